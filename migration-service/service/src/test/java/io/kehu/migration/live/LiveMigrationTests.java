package io.kehu.migration.live;

import io.kehu.migration.Steward;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the live customers through a linkage back to them.
 */
class LiveMigrationTests extends LiveMigrationFixture {

	@Test
	void fetchesAllLiveCustomersPageByPage() {
		for (int person = 0; person < LiveCustomers.PAGE + 3; person++) {
			live(person);
		}
		JsonNode set = fetched();
		assertThat(set.get("origin").asString()).isEqualTo("live");
		assertThat(set.get("rows").asInt()).isEqualTo(LiveCustomers.PAGE + 3);
		JsonNode rows = this.steward.get("/data-sets/%s/rows?limit=1".formatted(set.get("id").asString()));
		assertThat(rows.get("columns").toString()).startsWith("[\"id\",\"name\",\"givenName\"");
		assertThat(rows.at("/items/0/values").toString()).contains(email(0), "10 Main Street");
	}

	@Test
	void fetchesThoseThatFiltersFind() {
		for (int person = 0; person < 30; person++) {
			live(person);
		}
		JsonNode job = this.steward.completed(steward("/live-customers", "{\"filters\": {\"city\": \"Town 4\"}}", 201));
		assertThat(job.at("/progress/total").asInt()).isEqualTo(3);
		JsonNode rows = this.steward.get("/data-sets/%s/rows".formatted(job.get("dataSetId").asString()));
		assertThat(rows.get("items").valueStream().map((row) -> row.get("values").toString())).hasSize(3)
			.allMatch((values) -> values.contains("Town 4"));
		JsonNode unknown = steward("/live-customers", "{\"filters\": {\"colour\": \"red\"}}", 400);
		assertThat(unknown.at("/errors/0/pointer").asString()).isEqualTo("/filters");
		assertThat(unknown.at("/errors/0/message").asString()).isEqualTo("There is no filter colour.");
		assertThat(
				steward("/live-customers", "{\"filters\": {\"limit\": \"3\"}}", 400).at("/errors/0/pointer").asString())
			.isEqualTo("/filters/limit");
		assertThat(
				steward("/live-customers", "{\"filters\": {\"taxNumber[in]\": \"DE1\"}}", 400).at("/errors/0/pointer")
					.asString())
			.as("would be stored with the job")
			.isEqualTo("/filters/taxNumber[in]");
	}

	@Test
	void bringsAFileToTheLiveCustomers() {
		for (int person = 0; person < 40; person++) {
			live(person);
		}
		JsonNode set = fetched();
		StringBuilder rows = new StringBuilder();
		for (int person = 20; person < 60; person++) {
			rows.append(row("k" + person, person, (person == 25) ? "" : "+4930123%04d".formatted(person)));
		}
		String file = file(rows.toString());
		JsonNode linkage = linked("""
				{"dataSetId": "%s", "name": "old crm", "keyColumn": "no"},
				{"dataSetId": "%s", "name": "customers", "keyColumn": "id", "known": true}""".formatted(file,
				set.get("id").asString()));
		JsonNode matches = this.steward.get("/linkages/%s/matches?limit=200".formatted(linkage.get("id").asString()));
		assertThat(matches.get("items").size()).isEqualTo(20);
		JsonNode match = matches.at("/items/0/values");
		assertThat(match.get(0).asString() + match.get(2).asString()).isEqualTo("old crmcustomers");
		assertThat(Double.parseDouble(match.get(4).asString())).isGreaterThan(0.9);
		assertThat(match.get(6).asString()).contains("\"steps\"");
		this.customers.touch(this.customers.all().get(30).get("id").asString());
		this.customers.fail(5);
		JsonNode job = applied(linkage, CONFIRMED);
		JsonNode result = job.get("result");
		assertThat(result.get("read").asInt()).isEqualTo(40);
		assertThat(result.get("updated").asInt()).isEqualTo(19);
		assertThat(result.get("created").asInt()).isEqualTo(20);
		assertThat(result.get("rejected").asInt()).isEqualTo(1);
		assertThat(result.get("unmapped").toString()).isEqualTo("[\"no\",\"colour\"]");
		assertThat(this.customers.all()).hasSize(60);
		ObjectNode changed = this.customers.all().get(20);
		assertThat(changed.at("/phones/0/number").asString()).isEqualTo("+49301230020");
		assertThat(changed.at("/externalIds/0").toString()).isEqualTo("{\"system\":\"old\",\"id\":\"k20\"}");
		assertThat(changed.get("emails").size()).isEqualTo(1);
		assertThat(changed.get("addresses").size()).isEqualTo(1);
		JsonNode outcomes = this.steward.get("/applications/%s/outcomes?limit=200".formatted(job.get("id").asString()));
		assertThat(outcomes.get("items").toString()).contains("the customer has changed since it was fetched");
		assertThat(outcomes.get("items").size()).isEqualTo(40);
		JsonNode again = this.steward
			.completed(steward("/linkages/%s/applications".formatted(linkage.get("id").asString()), CONFIRMED, 201));
		assertThat(again.at("/result/unchanged").asInt()).isEqualTo(39);
		assertThat(this.customers.all()).hasSize(60);
		assertThat(undone(again).at("/result/changes").asInt()).isZero();
	}

	@Test
	void mergesLiveCustomersThatAreTheSame() {
		for (int person = 0; person < 40; person++) {
			live(person);
		}
		String first = this.customers.all().get(3).get("id").asString();
		String twin = live(3);
		this.customers.change(twin, "{\"emails\": [{\"address\": \"twin@example.org\", \"primary\": true}]}");
		JsonNode set = fetched();
		JsonNode linkage = linked("{\"dataSetId\": \"%s\", \"name\": \"customers\", \"keyColumn\": \"id\"}"
			.formatted(set.get("id").asString()));
		JsonNode dry = this.steward.completed(steward(
				"/linkages/%s/applications".formatted(linkage.get("id").asString()), "{\"dryRun\": true}", 201));
		assertThat(this.steward.get("/applications/%s/plan".formatted(dry.get("id").asString())).toString())
			.contains("twin@example.org");
		JsonNode job = applied(linkage, "{}");
		assertThat(this.customers.merged()).isEqualTo(twin + " in " + first);
		assertThat(job.at("/result/merged").asInt()).isEqualTo(1);
		assertThat(job.at("/result/read").asInt()).isEqualTo(1);
		JsonNode again = this.steward
			.completed(steward("/linkages/%s/applications".formatted(linkage.get("id").asString()), "{}", 201));
		assertThat(again.at("/result/unchanged").asInt()).isEqualTo(1);
		assertThat(undone(again).at("/result/changes").asInt()).isZero();
		assertThat(undone(job).at("/result/unmerged").asInt()).isEqualTo(1);
		assertThat(this.customers.merged()).isEmpty();
		assertThat(this.customers.all()).hasSize(41);
	}

	@Test
	void createsPeopleByTheirPartsOfNames() {
		String file = this.steward.bring("old crm", """
				no,name,name.title,name.given,name.family
				a,Herr Jürgen Müller,Herr,Jürgen,Müller
				b,Müller Bau GmbH,,,
				""");
		JsonNode linkage = linked(
				"{\"dataSetId\": \"%s\", \"name\": \"old crm\", \"keyColumn\": \"no\"}".formatted(file));
		JsonNode job = applied(linkage, "{}");
		assertThat(job.at("/result/unmapped").toString()).isEqualTo("[\"no\",\"name.title\"]");
		assertThat(this.customers.all()).anySatisfy((customer) -> {
			assertThat(customer.path("givenName").asString("")).isEqualTo("Jürgen");
			assertThat(customer.path("familyName").asString("")).isEqualTo("Müller");
			assertThat(customer.has("name")).isFalse();
		}).anySatisfy((customer) -> assertThat(customer.path("name").asString("")).isEqualTo("Müller Bau GmbH"));
	}

	@Test
	void asksForAllThatIsNeeded() {
		HttpProbe reader = this.anyone.as("migration:read", "migration:write", "customer:read:team");
		HttpAnswer refused = reader.post(Steward.PATH + "/live-customers", "{}").expect(403);
		assertThat(refused.json().get("detail").asString()).contains("customer:read");
		String file = file(row("a", 1, "") + row("b", 2, ""));
		JsonNode linkage = linked("{\"dataSetId\": \"%s\"}".formatted(file));
		String path = Steward.PATH + "/linkages/%s/applications".formatted(linkage.get("id").asString());
		this.http.post(Steward.PATH + "/data-sets/%s/approve".formatted(linkage.at("/result/dataSetId").asString()),
				"");
		assertThat(this.http.post(path, "{}").expect(409).json().get("type").asString()).endsWith("no-key");
		assertThat(this.http.post(Steward.PATH + "/linkages", """
				{"sources": [{"dataSetId": "%s", "known": true}]}""".formatted(file))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/sources/0/keyColumn");
	}

	@Test
	void tellsWhatIsWrongWithTheColumns() {
		String file = file(row("a", 1, "") + row("b", 2, ""));
		JsonNode linkage = linked("{\"dataSetId\": \"%s\", \"keyColumn\": \"no\"}".formatted(file));
		String path = "/linkages/%s/applications".formatted(linkage.get("id").asString());
		this.http.post(Steward.PATH + "/data-sets/%s/approve".formatted(linkage.at("/result/dataSetId").asString()),
				"");
		assertThat(steward(path, "{\"columns\": {\"colour\": \"shade\"}}", 400).at("/errors/0/pointer").asString())
			.isEqualTo("/columns/colour");
		assertThat(steward(path, "{\"columns\": {\"tint\": \"name\"}}", 400).at("/errors/0/code").asString())
			.isEqualTo("not_found");
		assertThat(steward(path, "{\"kind\": \"dog\"}", 400).at("/errors/0").toString()).contains("/kind",
				"must be person or company");
		assertThat(steward(path, "{\"systems\": {\"new crm\": \"x\"}}", 400).at("/errors/0/pointer").asString())
			.isEqualTo("/systems/new crm");
	}

}
