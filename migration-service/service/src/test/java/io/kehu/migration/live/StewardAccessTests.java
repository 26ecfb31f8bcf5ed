package io.kehu.migration.live;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stewards see and change of each other's work.
 */
@MigrationTest
class StewardAccessTests {

	private static final String PATH = Steward.PATH;

	private static final String CSV = "id,name\n1,Ada\n2,Ada\n";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private Steward steward;

	@Autowired
	private CustomerServiceStandIn customers;

	private final UUID owner = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	private final UUID team = UUID.randomUUID();

	private HttpProbe mine;

	private final Map<String, String> ids = new LinkedHashMap<>();

	@BeforeEach
	void work() {
		this.mine = this.anyone.as(TestToken.user(this.owner, "migration:read:own", "migration:write:own",
				"customer:read", "customer:write", "customer:pii", "customer:delete"));
		String set = this.mine.with("Content-Type", "application/octet-stream")
			.exchange("POST", PATH + "/data-sets/files?name=people.csv", BodyPublishers.ofString(CSV))
			.expect(201)
			.json()
			.get("id")
			.asString();
		this.ids.put("data-sets", set);
		this.ids.put("uploads", id("/uploads", "{\"name\": \"a.csv\", \"length\": 9}"));
		this.ids.put("definitions", id("/definitions", """
				{"name": "d", "rules": [{"rule": "dropColumn", "column": "id"}]}"""));
		String source = "{\"sources\": [{\"dataSetId\": \"%s\", \"keyColumn\": \"id\"}]}".formatted(set);
		this.ids.put("profiles", id("/profiles", "{\"dataSetId\": \"%s\"}".formatted(set)));
		this.ids.put("deduplications", id("/deduplications", source));
		this.ids.put("linkages", id("/linkages", source));
		this.ids.put("runs", id("/runs",
				"{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set, this.ids.get("definitions"))));
		List.of("profiles", "deduplications", "linkages", "runs")
			.forEach((kind) -> this.steward.ended(this.ids.get(kind)));
		this.ids.put("jobs", this.ids.get("runs"));
		this.ids.put("applications", this.ids.get("linkages"));
		this.ids.put("application-undos", this.ids.get("linkages"));
	}

	private String id(String path, String body) {
		return this.mine.post(PATH + path, body).expect(201).json().get("id").asString();
	}

	private HttpProbe stranger(String scope) {
		return this.anyone.as(TestToken
			.user(this.other, "migration:read:" + scope, "migration:write:" + scope, "customer:read", "customer:write",
					"customer:pii", "customer:delete")
			.teams(this.team.toString()));
	}

	private void moveTables(Infrastructure infrastructure) throws SQLException {
		var server = infrastructure.postgres().server();
		for (String name : List.of("walk_source", "walk_target")) {
			server.dropDatabase(name, name);
			server.createDatabase(name, name, "secret");
			URI address = URI.create(server.jdbcUrl(name).substring("jdbc:".length()));
			this.ids.put("connections", id("/connections", """
					{"name": "%1$s", "kind": "postgresql", "host": "%2$s", "port": %3$d, "database": "%1$s",
					"user": "%1$s", "password": "secret", "tls": "off"}""".formatted(name, address.getHost(),
					address.getPort())));
			this.ids.putIfAbsent("source", this.ids.get("connections"));
		}
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl("walk_source"), "walk_source",
				"secret"); Statement statement = connection.createStatement()) {
			statement.execute("create table city (id int primary key)");
		}
		this.ids.put("moves", id("/moves", """
				{"sourceId": "%s", "targetId": "%s", "dryRun": true}""".formatted(this.ids.get("source"),
				this.ids.get("connections"))));
		this.steward.ended(this.ids.get("moves"));
		moveCrm();
	}

	private void moveCrm() {
		this.ids.put("crm-mappings", id("/crm-mappings", """
				{"name": "walk", "connectionId": "%s", "mapping": {"format": 1, "system": "walk", "entities": [
				{"name": "cities", "resource": "customers", "table": "city", "fields": [
				{"to": "/kind", "constant": "company"}, {"to": "/name", "from": ["id"]}]}]}}"""
			.formatted(this.ids.get("source"))));
		this.ids.put("crm-runs", id("/crm-runs", """
				{"mappingId": "%s", "dryRun": true}""".formatted(this.ids.get("crm-mappings"))));
		this.steward.ended(this.ids.get("crm-runs"));
	}

	@Test
	void opensNoPathToTheWorkOfAnotherSteward(Infrastructure infrastructure) throws SQLException {
		moveTables(infrastructure);
		List<String> open = new ArrayList<>();
		int walked = 0;
		for (Map.Entry<String, JsonNode> path : described().get("paths").properties()) {
			String kind = path.getKey().replaceFirst(PATH + "/", "").replaceFirst("/.*", "");
			if (path.getKey().startsWith(PATH) && path.getKey().contains("{id}")) {
				for (String method : path.getValue().propertyNames()) {
					walked++;
					String concrete = path.getKey()
						.replace("{id}", this.ids.get(kind))
						.replaceAll("[{](number|revision)[}]", "1");
					int status = send(stranger("own"), method.toUpperCase(Locale.ROOT), concrete);
					if (status != 404) {
						open.add(method + " " + concrete + ": " + status);
					}
				}
			}
		}
		assertThat(open).isEmpty();
		assertThat(walked).isGreaterThan(40);
		assertThat(
				this.mine.get(PATH + "/data-sets/" + this.ids.get("data-sets")).expect(200).json().get("rows").asInt())
			.isEqualTo(2);
	}

	private static JsonNode described() {
		return JsonMapper.shared().readTree(Path.of("src/main/resources/openapi/openapi.json"));
	}

	private int send(HttpProbe http, String method, String path) {
		String type = method.equals("PATCH")
				? (path.contains("/uploads/") ? "application/offset+octet-stream" : "application/merge-patch+json")
				: "application/json";
		String body = path.endsWith("/proposals")
				? "{\"profileId\": \"%s\", \"proposalIds\": [\"x\"]}".formatted(this.ids.get("profiles"))
				: path.matches(".*/(moves|crm-runs)/.*/undo") ? "{\"confirmation\": \"walk_target\"}"
						: path.endsWith("/decision") ? "{\"same\": true}" : path.endsWith("/shares")
								? "{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(this.other) : "{}";
		String query = (method.equals("DELETE") && path.endsWith("/shares")) ? "?userId=" + this.owner : "";
		return http.with("If-Match", "*")
			.with("Upload-Offset", "0")
			.with("Content-Type", type)
			.exchange(method, path + query, BodyPublishers.ofString(method.equals("GET") ? "" : body))
			.status();
	}

	@Test
	void namesNothingOfAnotherStewardInABody() {
		String set = this.ids.get("data-sets");
		Map<String, String> bodies = Map.of("/profiles", "{\"dataSetId\": \"%s\"}".formatted(set), "/deduplications",
				"{\"sources\": [{\"dataSetId\": \"%s\"}]}".formatted(set), "/linkages",
				"{\"sources\": [{\"dataSetId\": \"%s\"}]}".formatted(set), "/linkages/roles",
				"{\"sources\": [{\"dataSetId\": \"%s\"}]}".formatted(set), "/runs",
				"{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set, this.ids.get("definitions")));
		bodies.forEach((path, body) -> assertThat(stranger("own").post(PATH + path, body).expect(400).body())
			.contains("not_found"));
		stranger("own").post(PATH + "/data-sets", "{\"uploadId\": \"%s\"}".formatted(this.ids.get("uploads")))
			.expect(404);
		for (String list : List.of("/data-sets", "/uploads", "/definitions", "/jobs")) {
			assertThat(stranger("own").get(PATH + list).expect(200).json().get("items")).isEmpty();
			assertThat(this.mine.get(PATH + list).expect(200).json().get("items")).isNotEmpty();
		}
	}

	@Test
	void sharesWork() {
		for (String kind : List.of("data-sets", "definitions", "jobs")) {
			String path = PATH + "/" + kind + "/" + this.ids.get(kind);
			stranger("own").get(path).expect(404);
			this.mine.put(path + "/shares", "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(this.other))
				.expect(200);
			stranger("own").get(path).expect(200);
			assertThat(stranger("own").get(PATH + "/" + kind).expect(200).body()).contains(this.ids.get(kind));
		}
		String set = PATH + "/data-sets/" + this.ids.get("data-sets");
		stranger("own").post(set + "/approve", "").expect(403);
		stranger("own").delete(set).expect(403);
		stranger("own").patch(PATH + "/definitions/" + this.ids.get("definitions"), "*", "{\"name\": \"e\"}")
			.expect(403);
		stranger("own").post(PATH + "/jobs/" + this.ids.get("jobs") + "/stop", "").expect(403);
		this.mine.put(set + "/shares", "{\"teamId\": \"%s\", \"permission\": \"write\"}".formatted(this.team))
			.expect(200);
		stranger("own").post(set + "/approve", "").expect(403);
		stranger("team").post(set + "/approve", "").expect(200);
		stranger("team").delete(set).expect(403);
		this.mine.delete(set).expect(204);
	}

	@Test
	void showsLiveCustomersOnlyToThoseWhoMaySeeThemAll() {
		this.customers.clear();
		this.customers.add("\"name\": \"Ada Lovelace\", \"emails\": [{\"address\": \"ada@mail.example\"}]");
		String job = id("/live-customers", "{}");
		JsonNode fetched = this.steward.completed(job);
		String set = fetched.get("dataSetId").asString();
		String source = "{\"sources\": [{\"dataSetId\": \"%s\", \"keyColumn\": \"id\"}]}".formatted(set);
		String linkage = id("/linkages", source);
		String merged = this.steward.completed(linkage).at("/result/dataSetId").asString();
		List<String> paths = List.of("/data-sets/%s/rows".formatted(set), "/data-sets/%s/export".formatted(set),
				"/data-sets/%s/problems".formatted(set), "/data-sets/%s/rows".formatted(merged),
				"/linkages/%s/clusters".formatted(linkage), "/linkages/%s/report".formatted(linkage));
		for (String[] permissions : new String[][] { { "customer:read:own", "customer:pii" }, { "customer:read" },
				{ "customer:read", "customer:pii:team" }, {} }) {
			HttpProbe reader = this.anyone.as(TestToken.user(this.owner, with(permissions)));
			paths.forEach((path) -> assertThat(reader.get(PATH + path).expect(403).body()).contains("customer:pii")
				.doesNotContain("Ada"));
			reader.post(PATH + "/linkages/roles", source).expect(403);
			reader.post(PATH + "/profiles", "{\"dataSetId\": \"%s\"}".formatted(set)).expect(403);
		}
		paths.forEach((path) -> this.mine.get(PATH + path).expect(200));
		this.anyone.as(TestToken.user(with("customer:read")))
			.post(PATH + "/live-customers", "{\"filters\": {\"email[like]\": \"ada*\"}}")
			.expect(403);
	}

	private static String[] with(String... permissions) {
		List<String> all = new ArrayList<>(List.of("migration:read", "migration:write"));
		all.addAll(List.of(permissions));
		return all.toArray(String[]::new);
	}

	@Test
	void limitsTheUploadsOfACaller() {
		HttpProbe http = this.anyone.as("migration:read", "migration:write");
		String body = "{\"name\": \"a.csv\", \"length\": 9}";
		HttpAnswer first = http.post(PATH + "/uploads", body).expect(201);
		for (int i = 1; i < 20; i++) {
			http.post(PATH + "/uploads", body).expect(201);
		}
		assertThat(http.post(PATH + "/uploads", body).expect(429).body()).contains("too-many-uploads");
		http.delete(first.header("Location")).expect(204);
		http.post(PATH + "/uploads", body).expect(201);
	}

	@Test
	void repeatsNoAnswerWithAHiddenRecord() {
		UUID me = UUID.randomUUID();
		String body = "{\"dataSetId\": \"%s\"}".formatted(this.ids.get("data-sets"));
		HttpProbe all = this.anyone.as(TestToken.user(me, "migration:read", "migration:write"))
			.with("Idempotency-Key", "k" + me);
		String job = all.post(PATH + "/profiles", body).expect(201).json().get("id").asString();
		assertThat(all.post(PATH + "/profiles", body).expect(201).json().get("id").asString()).isEqualTo(job);
		this.anyone.as(TestToken.user(me, "migration:read"))
			.with("Idempotency-Key", "k" + me)
			.post(PATH + "/profiles", body)
			.expect(403);
	}

}
