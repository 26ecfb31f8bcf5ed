package io.kehu.migration.tables;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class TableMoveTests {

	private static final String PASSWORD = "a password that stays secret";

	private static final int ROWS = 500;

	@Autowired
	private Steward steward;

	private String sourceUrl;

	private String targetUrl;

	private String source;

	private String target;

	@BeforeEach
	void createDatabases(Infrastructure infrastructure) throws Exception {
		var server = infrastructure.postgres().server();
		for (String name : new String[] { "move_source", "move_target" }) {
			server.dropDatabase(name, name);
			server.createDatabase(name, name, PASSWORD);
		}
		this.sourceUrl = server.jdbcUrl("move_source");
		this.targetUrl = server.jdbcUrl("move_target");
		execute(this.sourceUrl, "move_source", "create table city (id int primary key, name text not null)",
				"create table person (id int primary key, name text, city int references city, born date)",
				"insert into city select n, 'City ' || n from generate_series(1, 10) n",
				"insert into person select n, 'Zoë ' || n, n % 10 + 1, date '1980-01-01' + n from generate_series(1, "
						+ ROWS + ") n",
				"update person set name = repeat('long ', 20) where id = 77");
		this.source = connect("move_source");
		this.target = connect("move_target");
	}

	@Test
	void movesVerifiesAndUndoesWithoutShowingThePassword() throws Exception {
		JsonNode schema = this.steward.get("/connections/%s/schema".formatted(this.source));
		assertThat(schema.at("/tables/1/name").asString()).isEqualTo("person");
		assertThat(schema.at("/tables/1/references/0/table").asString()).isEqualTo("city");
		JsonNode job = this.steward.post("/moves", move("\"rejectBudget\": 1, \"tables\": [{\"source\": \"city\"},"
				+ " {\"source\": \"person\", \"columns\": {\"name\": {\"type\": \"varchar(50)\"}}}]"), 201);
		JsonNode done = this.steward.completed(job);
		String id = done.get("id").asString();
		assertThat(done.at("/result/loaded").asInt()).isEqualTo(ROWS + 9);
		assertThat(done.at("/result/rejected").asInt()).isEqualTo(1);
		assertThat(done.at("/result/verified").asBoolean()).isTrue();
		assertThat(count("select count(*) from person join city on city.id = person.city")).isEqualTo(ROWS - 1);
		assertThat(this.steward.get("/moves/%s/rejections".formatted(id)).at("/items/0/values").toString())
			.contains("\"person\",\"77\",\"name\"", "\"too_long\"");
		checkReport(id);
		assertThat(this.steward.get("/moves/%s/plan".formatted(id)).toString()).contains("text becomes varchar(50)");
		assertThat(this.steward.http().get(Steward.PATH + "/jobs/" + id).body()).doesNotContain(PASSWORD);
		undo(id);
	}

	private void checkReport(String id) throws Exception {
		JsonNode signed = this.steward.get("/moves/%s/report".formatted(id));
		assertThat(signed.at("/report/verified").asBoolean()).isTrue();
		String[] jws = signed.get("jws").asString().split("\\.");
		String pem = signed.get("publicKey").asString().replaceAll("-----[A-Z ]+-----|\\s", "");
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(
				KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
		signature.update((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));
		assertThat(signature.verify(Base64.getUrlDecoder().decode(jws[2]))).isTrue();
		assertThat(new String(Base64.getUrlDecoder().decode(jws[1]), StandardCharsets.UTF_8)).contains(id);
		assertThat(this.steward.http().get(Steward.PATH + "/moves/%s/report/page".formatted(id)).expect(200).body())
			.contains("<h1>Verified</h1>", "person");
	}

	private void undo(String id) throws Exception {
		execute(this.targetUrl, "move_target", "update person set name = 'Changed' where id = 5");
		JsonNode preview = this.steward.get("/moves/%s/undo-preview".formatted(id));
		assertThat(preview.get("confirmation").asString()).isEqualTo("move_target");
		this.steward.post("/moves/%s/undo".formatted(id), "{\"confirmation\": \"yes\"}", 400);
		JsonNode undo = this.steward.post("/moves/%s/undo".formatted(id), "{\"confirmation\": \"move_target\"}", 201);
		JsonNode undone = this.steward.completed(undo);
		assertThat(undone.at("/result/kept").asInt()).isEqualTo(1 + 1);
		assertThat(this.steward.get("/moves/undos/%s/kept".formatted(undo.get("id").asString())).toString())
			.contains("[\"person\",\"5\"]");
		assertThat(count("select count(*) from person")).isEqualTo(1);
		this.steward.post("/jobs/%s/restart".formatted(id), "", 409);
	}

	@Test
	void failsAboveTheRejectBudgetAndContinuesNothing() throws Exception {
		String job = this.steward
			.post("/moves",
					move("\"tables\": [{\"source\": \"person\", \"columns\":"
							+ " {\"name\": {\"type\": \"varchar(50)\"}}}]"),
					201)
			.get("id")
			.asString();
		JsonNode ended = this.steward.ended(job);
		assertThat(ended.get("status").asString()).isEqualTo("failed");
		assertThat(ended.get("error").asString()).contains("More than 0 rows", "77", "name");
	}

	@Test
	void writesNothingInADryRun() throws Exception {
		JsonNode job = this.steward.completed(this.steward.post("/moves",
				move("\"dryRun\": true, \"tables\": [{\"source\": \"person\", \"columns\": {\"name\":"
						+ " {\"type\": \"varchar(50)\"}}}]"),
				201));
		assertThat(job.at("/result/loaded").asInt()).isEqualTo(ROWS - 1);
		assertThat(job.at("/result/rejected").asInt()).isEqualTo(1);
		assertThat(count("select count(*) from pg_tables where schemaname = 'public'")).isZero();
		String id = job.get("id").asString();
		this.steward.http().get(Steward.PATH + "/moves/%s/undo-preview".formatted(id)).expect(409);
		this.steward.http().get(Steward.PATH + "/moves/%s/report".formatted(id)).expect(409);
	}

	@Test
	void namesWhatIsWrong() {
		assertThat(this.steward.post("/moves", move("\"tables\": [{\"source\": \"persons\"}]"), 400).toString())
			.contains("/tables", "persons");
		assertThat(this.steward
			.post("/moves", "{\"sourceId\": \"%s\", \"targetId\": \"%s\"}".formatted(this.source, this.source), 400)
			.toString()).contains("/targetId");
		assertThat(this.steward.post("/connections", connection("move_source", "169.254.169.254"), 400).toString())
			.contains("/host");
		this.steward.http().get(Steward.PATH + "/moves/%s/report".formatted(this.source)).expect(404);
	}

	private String move(String further) {
		return "{\"sourceId\": \"%s\", \"targetId\": \"%s\", %s}".formatted(this.source, this.target, further);
	}

	private String connect(String database) {
		JsonNode created = this.steward.post("/connections", connection(database, "localhost"), 201);
		assertThat(created.toString()).doesNotContain(PASSWORD);
		return created.get("id").asString();
	}

	private Map<String, Object> connection(String database, String host) {
		int port = Integer.parseInt(this.sourceUrl.replaceAll(".*:([0-9]+)/.*", "$1"));
		return Map.of("name", database, "kind", "postgresql", "host", host, "port", port, "database", database, "user",
				database, "password", PASSWORD, "tls", "off");
	}

	private long count(String query) throws Exception {
		try (Connection connection = DriverManager.getConnection(this.targetUrl, "move_target", PASSWORD);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private static void execute(String url, String role, String... statements) throws Exception {
		try (Connection connection = DriverManager.getConnection(url, role, PASSWORD);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
