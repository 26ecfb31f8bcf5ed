package io.kehu.migration.crm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.migration.live.CustomerServiceStandIn;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class CrmRunTests {

	private static final String NAME = "crm_source";

	private static final String MAPPING = """
			{"format": 1, "system": "shop", "ignoredTables": [], "entities": [
			{"name": "products", "resource": "products", "table": "product", "fields": [
			{"to": "/sku", "from": ["id"], "prefix": "P-"}, {"to": "/name", "from": ["title"]},
			{"to": "/price/amount", "from": ["price"]}, {"to": "/price/currency", "constant": "EUR"}]},
			{"name": "clients", "resource": "customers", "table": "client", "fields": [
			{"to": "/kind", "constant": "person"}, {"to": "/name", "from": ["name"]},
			{"to": "/birthDate", "from": ["born"], "zeroDateAsNull": true},
			{"to": "/emails/0/address", "from": ["email"], "clean": "email", "invalid": "omit"},
			{"to": "/customFields/shoeSize", "from": ["shoe_size"], "type": "integer",
			"customField": {"label": "Shoe size", "type": "number"}}]},
			{"name": "sales", "resource": "orders", "table": "sale", "fields": [
			{"to": "/customerId", "from": ["client"], "reference": "clients"},
			{"to": "/orderDate", "from": ["sold_at"], "type": "day"}, {"to": "/status", "constant": "completed"}],
			"lines": {"table": "sale_line", "parent": "sale", "ignored": ["id"], "fields": [
			{"to": "/productId", "from": ["product"], "reference": "products"}, {"to": "/quantity", "from": ["quantity"]},
			{"to": "/unitPrice/amount", "from": ["price"]}, {"to": "/unitPrice/currency", "constant": "EUR"}]}}]}""";

	@Autowired
	private Steward steward;

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private CustomerServiceStandIn services;

	private HttpProbe http;

	private String url;

	private String mapping;

	@BeforeEach
	void createSource(Infrastructure infrastructure) throws Exception {
		this.services.clear();
		this.http = this.anyone.as("migration:read", "migration:write", "customer:read", "customer:pii",
				"customer:write", "product:write", "order:write");
		var server = infrastructure.postgres().server();
		server.dropDatabase(NAME, NAME);
		server.createDatabase(NAME, NAME, "secret");
		this.url = server.jdbcUrl(NAME);
		execute("create table product (id int primary key, title text, price numeric(8, 2))",
				"insert into product values (1, 'Tea', 4.50), (2, 'Cup', 12), (3, 'forbidden', 1)",
				"create table client (id int primary key, name text, born text, email text, shoe_size text)",
				"insert into client select n, 'Client ' || n, '1980-01-01', 'c' || n || '@example.org', n + 20"
						+ " from generate_series(1, 30) n",
				"update client set born = '0000-00-00', email = 'nothing' where id = 2",
				"update client set shoe_size = 'large' where id = 3",
				"create table sale (id int primary key, client int, sold_at timestamp)",
				"insert into sale select n, n, timestamp '2020-01-31 23:30:00' from generate_series(1, 30) n",
				"create table sale_line (id int primary key, sale int, product int, quantity int, price numeric(8, 2))",
				"insert into sale_line select n, n, 1 + n % 2, n, 4.50 from generate_series(1, 30) n",
				"update sale_line set product = 3 where id = 4", "insert into sale_line values (99, 77, 1, 1, 1)");
		int port = Integer.parseInt(this.url.replaceAll(".*:([0-9]+)/.*", "$1"));
		String connection = id(this.steward.post("/connections", Map.of("name", NAME, "kind", "postgresql", "host",
				"localhost", "port", port, "database", NAME, "user", NAME, "password", "secret", "tls", "off"), 201));
		this.mapping = id(this.steward.post("/crm-mappings", Map.of("name", "Shop", "connectionId", connection,
				"mapping", JsonMapper.builder().build().readTree(MAPPING)), 201));
	}

	@Test
	void movesVerifiesRetriesAndUndoesWithEveryRowAccountedFor() throws Exception {
		JsonNode dry = run("\"dryRun\": true, \"rejectBudget\": 9");
		assertThat(figures(dry)).isEqualTo("63 = 59 + 0 + 4, true");
		assertThat(this.services.records().all("orders")).isEmpty();

		JsonNode done = run("\"rejectBudget\": 9");
		String id = id(done);
		assertThat(figures(done)).isEqualTo("63 = 59 + 0 + 4, true");
		checkRecords();
		checkRejections(id);
		checkReport(id);

		execute("update client set shoe_size = '40' where id = 3", "update product set title = 'Spoon' where id = 3");
		JsonNode again = run("\"retryOf\": \"%s\"".formatted(id));
		assertThat(figures(again)).isEqualTo("4 = 4 + 0 + 0, true");

		JsonNode merged = run("\"rejectBudget\": 0");
		assertThat(merged.at("/result/merged").asInt()).isEqualTo(63);
		undo(id);
	}

	private void checkRecords() {
		assertThat(this.services.records().all("products")).hasSize(2);
		assertThat(this.services.records().all("custom-fields")).singleElement()
			.satisfies((field) -> assertThat(field.get("key").asString()).isEqualTo("shoeSize"));
		assertThat(this.services.all()).hasSize(29).anySatisfy((client) -> {
			assertThat(client.get("name").asString()).isEqualTo("Client 2");
			assertThat(client.has("birthDate")).isFalse();
			assertThat(client.get("emails")).isEmpty();
			assertThat(client.at("/externalIds/0").toString()).isEqualTo("{\"system\":\"shop\",\"id\":\"2\"}");
		});
		assertThat(this.services.records().all("orders")).hasSize(28).anySatisfy((order) -> {
			assertThat(order.get("clientOrderNumber").asString()).isEqualTo("shop-30");
			assertThat(order.get("orderDate").asString()).isEqualTo("2020-01-31");
			assertThat(order.get("customerId").asString()).hasSize(36);
			assertThat(order.at("/lines/0").toString()).contains("\"quantity\":30",
					"{\"amount\":\"4.50\",\"currency\":\"EUR\"}");
		});
	}

	private void checkRejections(String id) {
		String rejections = this.http.get(Steward.PATH + "/crm-runs/%s/rejections".formatted(id))
			.expect(200)
			.json()
			.get("items")
			.toString();
		assertThat(rejections).contains("[\"clients\",\"2\",\"email\",\"nothing\",\"not_cleanable\",",
				"[\"clients\",\"3\",\"shoe_size\",\"large\",\"invalid_value\",\"is not a whole number\",\"false\"]",
				"[\"products\",\"3\",\"/name\",\"forbidden\",\"forbidden\",\"is forbidden\",\"false\"]",
				"[\"sales\",\"3\",\"client\",\"3\",\"reference_not_found\"", "[\"sales\",\"4\",\"product\",\"3\"",
				"[\"sales\",\"line 99\",\"sale\",\"99\",\"orphan\"");
	}

	private void checkReport(String id) {
		JsonNode report = this.http.get(Steward.PATH + "/crm-runs/%s/report".formatted(id)).expect(200).json();
		assertThat(report.at("/report/entities/2/lines").valueStream().mapToInt(JsonNode::asInt).toArray())
			.containsExactlyInAnyOrder(31, 28, 2, 1);
		assertThat(report.at("/report/entities/2/digestFound"))
			.isEqualTo(report.at("/report/entities/2/digestExpected"));
		assertThat(report.at("/report/entities/2/fields").valueStream()).anySatisfy((field) -> {
			assertThat(field.get("name").asString()).isEqualTo("/lines/*/quantity");
			assertThat(field.get("found").asInt()).isEqualTo(28);
		});
		assertThat(report.get("jws").asString().split("\\.")).hasSize(3);
		assertThat(this.http.get(Steward.PATH + "/crm-runs/%s/report/page".formatted(id)).expect(200).body())
			.contains("<h1>Verified</h1>", "31 lines in the source");
	}

	private void undo(String id) throws Exception {
		String changed = this.services.all().get(4).get("id").asString();
		this.services.change(changed, "{\"name\": \"Changed\"}");
		assertThat(this.steward.get("/crm-runs/%s/undo-preview".formatted(id)).at("/entities/2/created").asInt())
			.isEqualTo(28);
		this.http.post(Steward.PATH + "/crm-runs/%s/undo".formatted(id), "{\"confirmation\": \"yes\"}").expect(400);
		JsonNode undo = this.http.post(Steward.PATH + "/crm-runs/%s/undo".formatted(id), "{\"confirmation\": \"shop\"}")
			.expect(201)
			.json();
		JsonNode undone = this.steward.completed(undo);
		assertThat(undone.at("/result/undone").asInt()).isEqualTo(58);
		assertThat(undone.at("/result/kept").asInt()).isEqualTo(1);
		assertThat(this.steward.get("/crm-runs/undos/%s/kept".formatted(id(undo))).get("items").toString())
			.contains(changed, "the record was changed since");
		assertThat(this.services.all()).hasSize(2);
		assertThat(this.services.records().all("orders")).hasSize(2);
		this.steward.post("/jobs/%s/restart".formatted(id), "", 409);
	}

	@Test
	void failsAboveTheRejectBudgetAndContinuesWhenItIsRestarted() throws Exception {
		JsonNode begun = this.http.post(Steward.PATH + "/crm-runs", "{\"mappingId\": \"%s\"}".formatted(this.mapping))
			.expect(201)
			.json();
		JsonNode ended = this.steward.ended(id(begun));
		assertThat(ended.get("status").asString()).isEqualTo("failed");
		assertThat(ended.get("error").asString()).contains("More than 0 rows", "product 3", "is forbidden");
		this.http.get(Steward.PATH + "/crm-runs/%s/report".formatted(id(begun))).expect(409);
		this.http.post(Steward.PATH + "/crm-runs/%s/undo".formatted(id(begun)), "{\"confirmation\": \"shop\"}")
			.expect(201);
	}

	@Test
	void refusesWhatTheCallerMayNotDo() {
		this.steward.post("/crm-runs", "{\"mappingId\": \"%s\"}".formatted(this.mapping), 403);
		this.http.post(Steward.PATH + "/crm-runs", "{\"mappingId\": \"%s\"}".formatted(UUID.randomUUID())).expect(400);
	}

	private JsonNode run(String further) {
		JsonNode begun = this.http
			.post(Steward.PATH + "/crm-runs", "{\"mappingId\": \"%s\", %s}".formatted(this.mapping, further))
			.expect(201)
			.json();
		return this.steward.completed(begun);
	}

	/**
	 * Returns the rows of the source, those that became what, and whether it is verified.
	 */
	private static String figures(JsonNode job) {
		JsonNode result = job.get("result");
		return "%d = %d + %d + %d, %s".formatted(result.get("sourceRows").asInt(), result.get("created").asInt(),
				result.get("merged").asInt(), result.get("rejected").asInt(), result.get("verified").asBoolean());
	}

	private static String id(JsonNode record) {
		return record.get("id").asString();
	}

	private void execute(String... statements) throws Exception {
		try (Connection connection = DriverManager.getConnection(this.url, NAME, "secret");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
