package io.kehu.migration.mapping;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class MappingApiTests {

	private static final String NAME = "mapping_source";

	@Autowired
	private Steward steward;

	@Test
	void proposesStoresAndChangesMappings(Infrastructure infrastructure) throws Exception {
		String connection = connection(infrastructure);
		JsonNode proposal = this.steward.post("/crm-mappings/proposals",
				Map.of("connectionId", connection, "system", "shop"), 200);
		assertThat(proposal.get("open").isEmpty()).isTrue();
		assertThat(proposal.get("unmapped").toString()).isEqualTo("[\"clients.shoe_size\"]");
		ObjectNode details = MappingJson.MAPPER.createObjectNode()
			.put("name", "Shop")
			.put("connectionId", connection)
			.set("mapping", proposal.get("mapping"));
		JsonNode created = this.steward.post("/crm-mappings", details, 201);
		assertThat(created.get("unmapped").toString()).contains("clients.shoe_size");
		String path = Steward.PATH + "/crm-mappings/" + created.get("id").asString();
		((ObjectNode) details.at("/mapping/entities/0/fields/0")).put("to", "/nonsense");
		assertThat(this.steward.post("/crm-mappings", details, 400).at("/errors/0/pointer").asString())
			.isEqualTo("/mapping/entities/0/fields/0/to");
		HttpAnswer changed = this.steward.http().patch(path, "\"0\"", Map.of("name", "Old shop")).expect(200);
		assertThat(changed.json().get("name").asString()).isEqualTo("Old shop");
		assertThat(this.steward.get("/crm-mappings").at("/items/0/version").asInt()).isEqualTo(1);
		assertThat(this.steward.get("/crm-mappings/schema").has("$defs")).isTrue();
		assertThat(this.steward
			.post("/crm-mappings/proposals", Map.of("connectionId", connection, "preset", "sakila"), 200)
			.get("open")
			.toString()).contains("there is no table film");
		this.steward.http().with("If-Match", "\"1\"").delete(path).expect(204);
		this.steward.http().get(path).expect(404);
	}

	private String connection(Infrastructure infrastructure) throws Exception {
		var server = infrastructure.postgres().server();
		server.dropDatabase(NAME, NAME);
		server.createDatabase(NAME, NAME, "secret");
		String url = server.jdbcUrl(NAME);
		try (Connection connection = DriverManager.getConnection(url, NAME, "secret");
				Statement statement = connection.createStatement()) {
			statement.execute("create table clients (id int primary key, name text, email text, shoe_size int)");
		}
		int port = Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1"));
		return this.steward
			.post("/connections",
					Map.of("name", NAME, "kind", "postgresql", "host", "localhost", "port", port, "database", NAME,
							"user", NAME, "password", "secret", "tls", "off"),
					201)
			.get("id")
			.asString();
	}

}
