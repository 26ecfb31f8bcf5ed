package io.kehu.migration.live;

import java.util.List;

import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a steward is shown before a linkage is applied, and how it is undone.
 */
class ApplicationTests extends LiveMigrationFixture {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String SYSTEMS = "{\"systems\": {\"old crm\": \"old\"}}";

	@Test
	void asksAgainBeforeManyCustomersAreChanged() {
		JsonNode linkage = halfKnown();
		assertThat(linkage.at("/task/wanted/sources/1/known").asBoolean()).isTrue();
		String path = "/linkages/%s/applications".formatted(linkage.get("id").asString());
		JsonNode dry = this.steward.completed(steward(path, "{\"dryRun\": true}", 201));
		assertThat(dry.get("result")).isEqualTo(JSON.readTree("""
				{"liveCustomers": 40, "created": 20, "changed": 20, "merged": 0, "unchanged": 0, "rejected": 0,
				 "confirmed": {"changed": 20, "merged": 0}, "unmapped": ["no", "colour"],
				 "rows": {"read": 40, "created": 20, "updated": 20, "unchanged": 0, "merged": 0, "rejected": 0},
				 "warnings": []}"""));
		String plan = "/applications/%s/plan".formatted(dry.get("id").asString());
		assertThat(this.steward.get(plan + "?limit=100").at("/items").toString()).contains("[\"change\",",
				"[\"create\",", "old crm:k20", "+49301230021");
		assertThat(this.http.get(Steward.PATH + plan + "/export").expect(200).body().lines()).hasSize(41)
			.first()
			.isEqualTo("number,action,customerId,survivorId,records,change,reason");
		assertThat(this.customers.all()).hasSize(40);
		steward("/applications/%s/undo".formatted(dry.get("id").asString()), "", 409);
		this.http.post(Steward.PATH + "/data-sets/%s/approve".formatted(linkage.at("/result/dataSetId").asString()),
				"");
		for (String body : List.of("{}", "{\"confirmed\": {\"changed\": 19, \"merged\": 5}}")) {
			JsonNode asked = steward(path, body, 409);
			assertThat(asked.get("type").asString()).endsWith("confirmation-required");
			assertThat(asked.get("changed").asInt()).isEqualTo(20);
			assertThat(asked.get("merged").asInt()).isZero();
			assertThat(asked.get("liveCustomers").asInt()).isEqualTo(40);
			assertThat(asked.get("most").asInt()).isEqualTo(2);
		}
		assertThat(steward(path, "{\"confirmed\": {\"changed\": 3}}", 400).at("/errors/0/pointer").asString())
			.isEqualTo("/confirmed/merged");
	}

	@Test
	void foreseesAllThatCustomerServiceWouldReject() {
		for (int person = 0; person < 40; person++) {
			live(person);
		}
		String set = fetched().get("id").asString();
		String impossible = row("c", 50, "0171 55").replace(birthday(50), "31.02.1980")
			.replace(given(50), "Zora")
			.replace(family(50), "Zwingli");
		String file = file(
				row("a", 3, "0171 5550101") + row("b", 7, "+49301230007") + impossible + row("d", 51, "+49301230051"));
		JsonNode linkage = linked("""
				{"dataSetId": "%s", "name": "old crm", "keyColumn": "no"}, {"dataSetId": "%s", "name": "live"}"""
			.formatted(file, set));
		String path = "/linkages/%s/applications".formatted(linkage.get("id").asString());
		JsonNode dry = this.steward.completed(steward(path, "{\"dryRun\": true}", 201));
		assertThat(dry.at("/result/rejected").asInt()).isEqualTo(2);
		assertThat(this.steward.get("/applications/%s/plan".formatted(dry.get("id").asString())).toString()).contains(
				"/phones/0/number must be an international number",
				"/birthDate must be a day, such as 2026-01-31; /phones/0/number must be an international number");
		assertThat(this.customers.all()).hasSize(40).allMatch((customer) -> customer.get("phones").isEmpty());
		JsonNode result = applied(linkage, CONFIRMED).get("result");
		dry.at("/result/rows")
			.properties()
			.forEach((rows) -> assertThat(result.get(rows.getKey())).as(rows.getKey()).isEqualTo(rows.getValue()));
	}

	@Test
	void asksNoMoreWhenAllIsApplied() {
		JsonNode linkage = halfKnown();
		String path = "/linkages/%s/applications".formatted(linkage.get("id").asString());
		applied(linkage, CONFIRMED);
		int batches = this.customers.batches();

		JsonNode again = this.steward.completed(steward(path, SYSTEMS, 201));

		assertThat(again.at("/result/unchanged").asInt()).isEqualTo(40);
		assertThat(this.customers.batches() - batches).isEqualTo(3);
		for (int person = 20; person < 24; person++) {
			this.customers.change(this.customers.all().get(person).get("id").asString(), "{\"phones\": []}");
		}
		JsonNode asked = steward(path, SYSTEMS, 409);
		assertThat(asked.get("type").asString()).endsWith("confirmation-required");
	}

	@Test
	void undoesAnApplicationAsAWhole() {
		JsonNode linkage = halfKnown();
		List<ObjectNode> before = this.customers.all();
		JsonNode job = applied(linkage, CONFIRMED);
		assertThat(job.at("/result/updated").asInt() + job.at("/result/created").asInt()).isEqualTo(40);
		String changed = before.get(21).get("id").asString();
		this.customers.change(changed, "{\"status\": \"active\"}");
		String overwritten = before.get(22).get("id").asString();
		this.customers.change(overwritten, "{\"phones\": [{\"number\": \"+4999\", \"primary\": true}]}");
		String kept = this.customers.all().get(59).get("id").asString();
		this.customers.change(kept, "{\"status\": \"active\"}");
		this.customers.fail(5);
		JsonNode undo = undone(job);
		assertThat(undo.get("result")).isEqualTo(JSON.readTree("""
				{"changes": 40, "deleted": 19, "restored": 19, "unmerged": 0, "kept": 2}"""));
		assertThat(this.customers.all()).hasSize(41);
		for (ObjectNode one : before) {
			ObjectNode now = this.customers.get(one.get("id").asString());
			if (now.get("id").asString().equals(overwritten)) {
				assertThat(now.at("/phones/0/number").asString()).isEqualTo("+4999");
				now.putArray("phones");
			}
			if (now.get("id").asString().equals(changed)) {
				assertThat(now.remove("status").asString()).isEqualTo("active");
			}
			assertThat(now.remove(List.of("version", "updatedAt")))
				.isEqualTo(one.remove(List.of("version", "updatedAt")));
		}
		String outcomes = "/application-undos/%s/outcomes".formatted(undo.get("id").asString());
		assertThat(this.http.get(Steward.PATH + outcomes + "/export").expect(200).body()).contains(
				overwritten + ",changed,kept,changed since: phones", kept + ",created,kept,changed since: status");
		assertThat(this.steward.get(outcomes).at("/items").size()).isEqualTo(40);
		assertThat(undone(job).get("result")).isEqualTo(undo.get("result"));
		JsonNode again = this.steward
			.completed(steward("/linkages/%s/applications".formatted(linkage.get("id").asString()), CONFIRMED, 201));
		assertThat(again.at("/result/created").asInt()).isEqualTo(19);
		// All except the two that a user has changed
		assertThat(again.at("/result/updated").asInt()).isEqualTo(18);
	}

	@Test
	void neverMergesLiveCustomersThatAFileIsLinkedWith() {
		for (int person = 0; person < 40; person++) {
			live(person);
		}
		live(3);
		String set = fetched().get("id").asString();
		String file = file(row("a", 3, "+49301230003") + row("b", 7, "").replace(email(7), "second.mail@example.org")
				+ row("c", 50, "") + row("d", 51, "") + row("e", 52, ""));
		JsonNode linkage = linked("""
				{"dataSetId": "%s", "name": "old crm", "keyColumn": "no"}, {"dataSetId": "%s", "name": "live"}"""
			.formatted(file, set));
		String review = "/linkages/%s/review".formatted(linkage.get("id").asString());
		JsonNode between = this.steward.get(review)
			.get("items")
			.valueStream()
			.filter((pair) -> pair.has("leftKnown") && pair.has("rightKnown"))
			.findFirst()
			.orElseThrow();
		String decision = Steward.PATH + review + "/%d/decision".formatted(between.get("number").asLong());
		JsonNode asked = this.http.put(decision, "{\"same\": true}").expect(409).json();
		assertThat(asked.get("type").asString()).endsWith("confirmation-required");
		assertThat(asked.get("detail").asString()).contains(between.at("/leftKnown/key").asString(),
				between.at("/rightKnown/key").asString(), "records leave one of these for the other");
		this.http.put(decision, "{\"same\": false}").expect(200);
		this.http.put(decision, "{\"same\": true, \"confirmed\": true}").expect(200);
		JsonNode dry = this.steward.completed(steward(
				"/linkages/%s/applications".formatted(linkage.get("id").asString()), "{\"dryRun\": true}", 201));
		assertThat(dry.at("/result/warnings").toString())
			.contains("decided to be the same, but separate in this linkage: 1");
		this.http.delete(decision).expect(204);
		JsonNode job = applied(linkage, CONFIRMED);
		assertThat(job.at("/result/warnings").toString()).contains("pairs to review that are not decided");
		assertThat(job.at("/result/merged").asInt()).isZero();
		assertThat(this.customers.merged()).isEmpty();
		assertThat(this.customers.all()
			.stream()
			.map((customer) -> customer.get("emails").toString())
			.filter((emails) -> emails.contains("second.mail@example.org"))).singleElement()
			.asString()
			.contains(email(7));
	}

	/**
	 * The customers get the keys of the rows after the application has been requested.
	 */
	@Test
	void stopsAtTheBoundAndUndoesWhatWasDone() {
		StringBuilder rows = new StringBuilder();
		for (int person = 0; person < 40; person++) {
			live(person);
			rows.append(row("k" + person, person, "+4930123%04d".formatted(person)));
		}
		List<ObjectNode> before = this.customers.all();
		JsonNode linkage = linked("{\"dataSetId\": \"%s\", \"name\": \"old crm\", \"keyColumn\": \"no\"}"
			.formatted(file(rows.toString())));
		this.http.post(Steward.PATH + "/data-sets/%s/approve".formatted(linkage.at("/result/dataSetId").asString()),
				"");
		this.customers.before("/batch-get", () -> giveKeys(before));
		JsonNode begun = steward("/linkages/%s/applications".formatted(linkage.get("id").asString()),
				"{\"systems\": {\"old crm\": \"old\"}}", 201);
		JsonNode job = this.steward.ended(begun.get("id").asString());
		assertThat(job.get("status").asString()).isEqualTo("failed");
		assertThat(job.get("error").asString()).contains("More than the allowed 2 live customers");
		assertThat(this.customers.all()).filteredOn((one) -> !one.get("phones").isEmpty()).hasSize(2);
		assertThat(undone(job).at("/result/restored").asInt()).isEqualTo(2);
		assertThat(this.customers.all()).extracting((one) -> one.get("phones"))
			.isEqualTo(before.stream().map((one) -> one.get("phones")).toList());
		assertThat(steward("/jobs/%s/restart".formatted(job.get("id").asString()), "", 409).get("detail").asString())
			.contains("has been undone");
	}

	private void giveKeys(List<ObjectNode> customers) {
		for (int person = 0; person < customers.size(); person++) {
			this.customers.change(customers.get(person).get("id").asString(),
					"{\"externalIds\": [{\"system\": \"old\", \"id\": \"k%d\"}]}".formatted(person));
		}
	}

	@Test
	void createsNoCustomerWithoutAKey() {
		String file = file(row("", 3, "") + row("", 7, "") + row("1", 50, ""));
		JsonNode linkage = linked(
				"{\"dataSetId\": \"%s\", \"name\": \"old crm\", \"keyColumn\": \"no\"}".formatted(file));
		JsonNode job = applied(linkage, "{}");
		assertThat(job.at("/result/created").asInt()).isEqualTo(1);
		assertThat(job.at("/result/rejected").asInt()).isEqualTo(2);
		assertThat(this.steward.get("/applications/%s/outcomes".formatted(job.get("id").asString())).toString())
			.contains("has no key");
		assertThat(this.customers.all()).hasSize(1)
			.first()
			.satisfies((customer) -> assertThat(customer.at("/externalIds/0/id").asString()).isEqualTo("1"));
	}

}
