package io.kehu.migration.crm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.migration.live.CustomerServiceStandIn;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
@Tag("realdata")
class LegacyCrmTests {

	private static final Path DATA = Path.of(System.getProperty("kehu.realdata", "../../../shared/data"));

	@Autowired
	private Steward steward;

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private CustomerServiceStandIn services;

	@Test
	void movesNorthwindWithEveryRow(Infrastructure infrastructure) throws Exception {
		JsonNode report = move(infrastructure, "northwind", "legacy/northwind_postgres.sql");
		assertThat(report.get("unmapped")).isEmpty();
		assertThat(counts(report))
			.isEqualTo("products 77 = 77, customers 91 = 91, contacts 91 = 89 + 2 rejected, orders 830 = 830");
		assertThat(report.at("/entities/3/lines/loaded").asInt()).isEqualTo(2155);
		assertThat(report.at("/entities/3/fields").toString())
			.contains("{\"name\":\"/lines/*/quantity\",\"expected\":2155,"
					+ "\"found\":2155,\"sumExpected\":51317,\"sumFound\":51317}");
	}

	@Test
	void movesAccountsAndContactsOfSalesforceWithEveryRow(Infrastructure infrastructure) throws Exception {
		JsonNode report = move(infrastructure, "npsp", "crm/salesforce_npsp_1k_sqlite.sql");
		assertThat(report.get("unmapped")).isEmpty();
		assertThat(counts(report)).isEqualTo("accounts 1223 = 1216 + 7 rejected, contacts 1024 = 1017 + 7 rejected");
	}

	private JsonNode move(Infrastructure infrastructure, String preset, String file) throws Exception {
		Path dump = DATA.resolve(file);
		Assumptions.assumeTrue(Files.exists(dump), () -> "No real data at " + dump);
		this.services.clear();
		HttpProbe http = this.anyone.as("migration:read", "migration:write", "customer:read", "customer:pii",
				"customer:write", "contact:write", "product:write", "order:write");
		String connection = connection(infrastructure, "legacy_" + preset, Files.readString(dump));
		JsonNode proposal = this.steward.post("/crm-mappings/proposals",
				Map.of("connectionId", connection, "preset", preset), 200);
		assertThat(proposal.get("open")).isEmpty();
		String mapping = this.steward
			.post("/crm-mappings",
					Map.of("name", preset, "connectionId", connection, "mapping", proposal.get("mapping")), 201)
			.get("id")
			.asString();
		JsonNode job = this.steward
			.completed(http.post(Steward.PATH + "/crm-runs", Map.of("mappingId", mapping, "rejectBudget", 3000))
				.expect(201)
				.json());
		assertThat(job.at("/result/verified").asBoolean()).isTrue();
		return http.get(Steward.PATH + "/crm-runs/%s/report".formatted(job.get("id").asString()))
			.expect(200)
			.json()
			.get("report");
	}

	/** Returns the rows of the source and those that were loaded or rejected. */
	private static String counts(JsonNode report) {
		return String.join(", ", report.get("entities")
			.valueStream()
			.map((entity) -> "%s %d = %d%s".formatted(entity.get("entity").asString(), entity.get("sourceRows").asInt(),
					entity.get("created").asInt() + entity.get("merged").asInt(),
					(entity.get("rejected").asInt() > 0) ? " + %d rejected".formatted(entity.get("rejected").asInt())
							: ""))
			.toList());
	}

	private String connection(Infrastructure infrastructure, String name, String script) throws Exception {
		var server = infrastructure.postgres().server();
		server.dropDatabase(name, name);
		server.createDatabase(name, name, "secret");
		String url = server.jdbcUrl(name);
		try (Connection connection = DriverManager.getConnection(url, name, "secret");
				Statement statement = connection.createStatement()) {
			statement.execute(script);
		}
		int port = Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1"));
		return this.steward
			.post("/connections",
					Map.of("name", name, "kind", "postgresql", "host", "localhost", "port", port, "database", name,
							"user", name, "password", "secret", "tls", "off"),
					201)
			.get("id")
			.asString();
	}

}
