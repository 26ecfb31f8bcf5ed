package io.kehu.customer.customer;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.contract.OpenApiContract;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerApiTests {

	private static final String PATH = "/api/v1/customers";

	private static final String NDJSON = "application/x-ndjson";

	@Autowired
	private EventProbe events;

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete");
	}

	@Test
	void createsACustomerWithAllItsFields() {
		HttpAnswer created = this.http.post(PATH, """
				{"kind": "person", "givenName": "Ada", "familyName": "Lovelace", "birthDate": "1815-12-10",
				 "emails": [{"address": "ada@example.org", "type": "work", "primary": true}],
				 "phones": [{"number": "+44 20 7946 0958"}],
				 "addresses": [{"line1": "12 St James's Square", "city": "London", "country": "GB"}],
				 "tags": ["mathematics"], "customFields": {"engine": "analytical", "cards": 25},
				 "externalIds": [{"system": "legacy", "id": "%s"}]}""".formatted(UUID.randomUUID())).expect(201);
		JsonNode customer = created.json();
		assertThat(created.header("Location")).isEqualTo(PATH + "/" + customer.get("id").asString());
		assertThat(customer.get("name").asString()).isEqualTo("Ada Lovelace");
		assertThat(customer.get("status").asString()).isEqualTo("prospect");
		assertThat(customer.at("/phones/0/number").asString()).isEqualTo("+442079460958");
		assertThat(customer.at("/orderFigures/orderCount").asLong()).isZero();
		HttpAnswer read = this.http.get(created.header("Location")).expect(200);
		assertThat(read.etag()).isEqualTo(created.etag());
		assertThat(read.json()).isEqualTo(customer);
	}

	@Test
	void changesOnlyWhatAMergePatchNames() {
		HttpAnswer created = company("Acme").expect(201);
		String path = created.header("Location");
		HttpAnswer changed = this.http.patch(path, created.etag(), "{\"status\": \"active\", \"tags\": [\"key\"]}")
			.expect(200);
		assertThat(changed.json().get("status").asString()).isEqualTo("active");
		assertThat(changed.json().get("name").asString()).isEqualTo("Acme");
		assertThat(this.http.patch(path, created.etag(), "{\"name\": \"Late\"}").status()).isEqualTo(412);
		assertThat(this.http.exchange("PATCH", path, HttpRequest.BodyPublishers.noBody()).status()).isIn(400, 415, 428);
		HttpAnswer same = this.http.patch(path, changed.etag(), "{\"status\": \"active\"}").expect(200);
		assertThat(same.etag()).isEqualTo(changed.etag());
	}

	@Test
	void needsToKnowWhichVersionIsMeant() {
		String path = company("Versioned").expect(201).header("Location");
		assertThat(this.http.with("If-Match", "")
			.with("Content-Type", HttpProbe.MERGE_PATCH)
			.exchange("PATCH", path, HttpRequest.BodyPublishers.ofString("{}"))
			.status()).isEqualTo(428);
	}

	@Test
	void publishesEachVersionOnceAndInOrder() {
		HttpAnswer created = company("Eventful").expect(201);
		String path = created.header("Location");
		String id = created.json().get("id").asString();
		HttpAnswer changed = this.http.patch(path, created.etag(), "{\"name\": \"Eventful & Sons\"}").expect(200);
		this.http.with("If-Match", changed.etag()).delete(path).expect(204);
		this.http.get(path).expect(404);
		this.http.post(path + "/restore", "").expect(200);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.customers", id, "io.kehu.customer.registered.v1",
				"io.kehu.customer.changed.v1", "io.kehu.customer.deleted.v1", "io.kehu.customer.restored.v1");
		assertThat(seen.get(0).headers()).containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_subject", id)
			.containsEntry("ce_source", "/kehu/customer-service")
			.containsEntry("content-type", "application/json")
			.containsKeys("ce_id", "ce_time", "ce_dataschema");
		assertThat(seen.get(1).json().get("name").asString()).isEqualTo("Eventful & Sons");
		assertThat(seen.get(1).json().has("orderFigures")).isFalse();
		assertThat(seen.get(2).json().has("deletedAt")).isTrue();
	}

	@Test
	void remembersWhoChangedWhat() {
		HttpAnswer created = company("Old Name").expect(201);
		String path = created.header("Location");
		this.http.patch(path, created.etag(), "{\"name\": \"New Name\"}").expect(200);
		JsonNode items = this.http.get(path + "/history").expect(200).json().get("items");
		assertThat(items.size()).isEqualTo(2);
		assertThat(items.get(1).get("actor").asString()).isEqualTo("tester");
		assertThat(items.at("/1/changes/0/field").asString()).isEqualTo("name");
		assertThat(items.at("/1/changes/0/from").asString()).isEqualTo("Old Name");
		assertThat(items.at("/1/changes/0/to").asString()).isEqualTo("New Name");
	}

	@Test
	void answersARepeatedCreateWithTheFirstAnswer() {
		HttpProbe once = this.http.with("Idempotency-Key", UUID.randomUUID().toString());
		String body = "{\"kind\": \"company\", \"name\": \"Once\"}";
		HttpAnswer first = once.post(PATH, body).expect(201);
		HttpAnswer second = once.post(PATH, body).expect(201);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
		assertThat(second.etag()).isEqualTo(first.etag());
		once.post(PATH, "{\"kind\": \"company\", \"name\": \"Twice\"}").expect(422);
		assertThat(names("?name=Once")).containsExactly("Once");
	}

	@Test
	void upsertsByTheIdOfAnotherSystem() {
		String path = PATH + "/by-external-id/erp/" + UUID.randomUUID();
		HttpAnswer created = this.http.put(path, "{\"kind\": \"company\", \"name\": \"Upserted\"}").expect(201);
		HttpAnswer same = this.http.put(path, "{\"kind\": \"company\", \"name\": \"Upserted\"}").expect(200);
		assertThat(same.etag()).isEqualTo(created.etag());
		HttpAnswer changed = this.http.put(path, "{\"kind\": \"company\", \"name\": \"Renamed\"}").expect(200);
		assertThat(changed.json().get("id")).isEqualTo(created.json().get("id"));
		assertThat(changed.json().at("/externalIds/0/system").asString()).isEqualTo("erp");
	}

	@Test
	void pagesThroughAFilteredListInOrder() {
		String tag = "t" + UUID.randomUUID();
		for (int i = 0; i < 7; i++) {
			this.http.post(PATH, """
					{"kind": "company", "name": "Paged %d", "tags": ["%s"],
					 "addresses": [{"city": "Köln", "country": "DE"}]}""".formatted(i / 2, tag)).expect(201);
		}
		String query = "?tag=" + tag + "&sort=-name&limit=3&city[in]=Berlin,K%C3%B6ln&count=true";
		JsonNode first = this.http.get(PATH + query).expect(200).json();
		assertThat(first.get("total").asLong()).isEqualTo(7);
		JsonNode second = this.http.get(PATH + query + "&cursor=" + first.get("nextCursor").asString())
			.expect(200)
			.json();
		JsonNode third = this.http.get(PATH + query + "&cursor=" + second.get("nextCursor").asString())
			.expect(200)
			.json();
		assertThat(third.get("nextCursor").isNull()).isTrue();
		List<String> names = List.of(first, second, third).stream().flatMap((page) -> names(page).stream()).toList();
		assertThat(names).containsExactly("Paged 3", "Paged 2", "Paged 2", "Paged 1", "Paged 1", "Paged 0", "Paged 0");
		String foreign = first.get("nextCursor").asString();
		this.http.get(PATH + "?sort=name&cursor=" + foreign).expect(400);
		char tampered = (foreign.charAt(0) == 'A') ? 'B' : 'A';
		this.http.get(PATH + query + "&cursor=" + tampered + foreign.substring(1)).expect(400);
	}

	@Test
	void filtersByEveryKindOfField() {
		String name = "Filtered " + UUID.randomUUID();
		String email = UUID.randomUUID() + "@example.org";
		this.http.post(PATH, """
				{"kind": "person", "name": "%s", "birthDate": "1990-05-01", "status": "active",
				 "emails": [{"address": "%s"}]}""".formatted(name, email)).expect(201);
		for (String filter : List.of("email=" + email, "name[like]=filtered*&email[in]=a@b.c," + email,
				"q=" + email.substring(0, 20), "birthDate[lte]=1990-05-01&birthDate[gt]=1990-04-30&email=" + email,
				"status=ACTIVE&kind[ne]=company&email=" + email, "parentId[null]=true&email=" + email,
				"createdAt[gte]=2020-01-01T00:00:00Z&email=" + email)) {
			assertThat(names("?" + filter)).as(filter).containsExactly(name);
		}
		for (String filter : List.of("parentId[null]=false&email=" + email, "status=inactive&email=" + email,
				"email[ne]=" + email + "&q=" + email)) {
			assertThat(names("?" + filter)).as(filter).isEmpty();
		}
	}

	@Test
	void namesTheParameterThatIsWrong() {
		for (String query : List.of("colour=red", "name[near]=x", "status=lost", "status[gt]=active",
				"createdAt[gt]=yesterday", "limit=0", "limit=many", "sort=shoeSize", "cursor=abc", "count=perhaps",
				"parentId=1", "tag[gt]=x")) {
			HttpAnswer refused = this.http.get(PATH + "?" + query).expect(400);
			String parameter = query.substring(0, query.indexOf('='));
			assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
			assertThat(refused.json().at("/errors/0/parameter").asString()).as(query).isEqualTo(parameter);
		}
	}

	@Test
	void loadsManyLinesAndAnswersEachInOrder() {
		String run = UUID.randomUUID().toString();
		String body = IntStream.range(0, 1200)
			.mapToObj((i) -> (i == 700) ? "{\"kind\": \"company\", \"nom\": \"x\"}"
					: """
							{"kind": "company", "name": "Bulk %d", "externalIds": [{"system": "bulk", "id": "%s-%d"}]}"""
						.formatted(i, run, i))
			.collect(Collectors.joining("\n"));
		List<JsonNode> results = bulk(body);
		assertThat(results).hasSize(1200);
		assertThat(results.get(0).get("line").asInt()).isEqualTo(1);
		assertThat(results.get(700).get("status").asString()).isEqualTo("rejected");
		assertThat(results.get(700).at("/errors/0/pointer").asString()).isEqualTo("/nom");
		assertThat(results).filteredOn((result) -> result.get("status").asString().equals("created")).hasSize(1199);
		String id = results.get(1199).get("id").asString();
		assertThat(
				this.events.await("kehu.customers", id, "io.kehu.customer.registered.v1").json().get("name").asString())
			.isEqualTo("Bulk 1199");
		assertThat(bulk(body)).filteredOn((result) -> result.get("status").asString().equals("unchanged"))
			.hasSize(1199);
		List<JsonNode> updated = bulk("""
				{"kind": "company", "name": "Bulk new", "externalIds": [{"system": "bulk", "id": "%s-1199"}]}
				{"kind": "company", "name": "Twin", "externalIds": [{"system": "bulk", "id": "%s-n"}]}
				{"kind": "company", "name": "Twin", "externalIds": [{"system": "bulk", "id": "%s-n"}]}
				""".formatted(run, run, run));
		assertThat(updated).extracting((result) -> result.get("status").asString())
			.containsExactly("updated", "created", "unchanged");
		assertThat(updated.get(0).get("id").asString()).isEqualTo(id);
	}

	@Test
	void storesLinesAboutOneCustomerInTheirOrderWhateverTheyCallIt() {
		String line = """
				{"kind": "company", "name": "%d", "externalIds": [{"system": "bulk", "id": "%s"}]}""";
		String both = "\"one\"}, {\"system\": \"bulk\", \"id\": \"two\"}";
		String id = bulk(line.formatted(0, "one").replace("\"one\"}", both)).get(0).get("id").asString();
		List<JsonNode> results = bulk(IntStream.range(0, 10_000)
			.mapToObj((i) -> line.formatted(i, (i % 500 != 0) ? "other-" + i : (i % 1_000 == 0) ? "one" : "two"))
			.collect(Collectors.joining("\n")));
		assertThat(results).extracting((result) -> result.get("status").asString()).doesNotContain("rejected");
		assertThat(this.http.get(PATH + "/" + id + "/history").expect(200).json().get("items"))
			.filteredOn((entry) -> entry.get("action").asString().equals("changed"))
			.extracting((entry) -> entry.at("/changes/0/to").asInt())
			.isEqualTo(IntStream.range(1, 20).mapToObj((chunk) -> chunk * 500).toList());
	}

	@Test
	void exportsTheFilteredList() {
		String tag = "x" + UUID.randomUUID();
		this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"=SUM(A1)\", \"tags\": [\"%s\"]}".formatted(tag))
			.expect(201);
		this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"Plain, Ltd\", \"tags\": [\"%s\"]}".formatted(tag))
			.expect(201);
		HttpAnswer csv = this.http.get(PATH + "/export?format=csv&tag=" + tag).expect(200);
		assertThat(csv.header("Content-Type")).startsWith("text/csv");
		assertThat(csv.body().lines().toList()).hasSize(3);
		assertThat(csv.body()).matches("(?s)id,version,kind,name,[^\n]*,ownerId,teamId,createdAt,.*");
		assertThat(csv.body()).contains("'=SUM(A1)").contains("\"Plain, Ltd\"");
		assertThat(this.http.get(PATH + "/export?format=ndjson&tag=" + tag).expect(200).lines()).hasSize(2);
		this.http.get(PATH + "/export?format=xml").expect(400);
	}

	@Test
	void asksForPermissions() {
		this.anyone.get(PATH).expect(401);
		this.anyone.as("customer:read").post(PATH, "{\"kind\": \"company\", \"name\": \"x\"}").expect(403);
		this.anyone.as("customer:write").get(PATH).expect(403);
		String path = company("Guarded").expect(201).header("Location");
		this.anyone.as("customer:write").with("If-Match", "*").delete(path).expect(403);
	}

	@Test
	void doesWhatItsDescriptionSays() {
		OpenApiContract.check("customer-service", this.anyone);
	}

	private HttpAnswer company(String name) {
		return this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"%s\"}".formatted(name));
	}

	private List<JsonNode> bulk(String body) {
		return this.http.with("Content-Type", NDJSON)
			.exchange("POST", PATH + "/bulk", HttpRequest.BodyPublishers.ofString(body))
			.expect(200)
			.lines();
	}

	private List<String> names(String query) {
		return names(this.http.get(PATH + query).expect(200).json());
	}

	private static List<String> names(JsonNode page) {
		return StreamSupport.stream(page.get("items").spliterator(), false)
			.map((item) -> item.get("name").asString())
			.toList();
	}

}
