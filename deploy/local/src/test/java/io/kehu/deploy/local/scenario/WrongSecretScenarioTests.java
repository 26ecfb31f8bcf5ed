package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process with a wrong secret does not start, says which one is wrong, and stores
 * nothing.
 */
@WholeSystem
class WrongSecretScenarioTests {

	private static final String SERVICE = "customer-service";

	private static final Map<String, String> WRONG = Map.of("KEHU_SEALING_KEYS",
			"1:" + Base64.getEncoder().encodeToString(new byte[32]), "SPRING_DATASOURCE_PASSWORD", "wrong",
			"SPRING_DATA_REDIS_PASSWORD", "wrong");

	private static final Map<String, String> REASONS = Map.of("KEHU_SEALING_KEYS",
			"The key kehu.sealing.keys 1 is not the one that values in the database are sealed with",
			"SPRING_DATASOURCE_PASSWORD", "password authentication failed for user", "SPRING_DATA_REDIS_PASSWORD",
			"refuses the credentials of this service (WRONGPASS");

	@Test
	void aProcessWithAWrongSecretDoesNotStart(RunningKehu kehu) throws Exception {
		Map<String, String> before = stored(kehu);
		Map<String, Process> processes = new LinkedHashMap<>();
		try {
			for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
				processes.put(wrong.getKey(),
						kehu.start(SERVICE, log(wrong.getKey()), Map.of(wrong.getKey(), wrong.getValue())));
			}
			for (Map.Entry<String, Process> process : processes.entrySet()) {
				assertEnds(kehu, process.getKey(), process.getValue());
			}
		}
		finally {
			processes.values().forEach(Process::destroyForcibly);
		}
		assertThat(stored(kehu)).isEqualTo(before);
	}

	private static void assertEnds(RunningKehu kehu, String secret, Process process) throws Exception {
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(secret).isTrue();
		assertThat(process.exitValue()).as(secret).isNotZero();
		assertThat(Files.readString(kehu.system().state().log(log(secret)))).as(secret)
			.contains(REASONS.get(secret))
			.doesNotContain(WRONG.get("KEHU_SEALING_KEYS").substring(2))
			.doesNotContain("Started CustomerServiceApplication");
	}

	private static String log(String secret) {
		return SERVICE + "-wrong-" + secret;
	}

	/** Returns what a start stores, as text. */
	private static Map<String, String> stored(RunningKehu kehu) throws SQLException, IOException {
		Map<String, String> stored = new LinkedHashMap<>();
		String url = "jdbc:postgresql://127.0.0.1:%d/kehu_customer"
			.formatted(kehu.system().settings().port("postgresql"));
		try (Connection connection = DriverManager.getConnection(url, "kehu_customer",
				kehu.system().secrets().databasePassword("kehu_customer"))) {
			for (String table : new String[] { "sealing_key", "sealed_place", "flyway_schema_history" }) {
				try (ResultSet rows = connection.createStatement()
					.executeQuery("select count(*) || md5(string_agg(t::text, ';' order by t::text)) from %s t"
						.formatted(table))) {
					rows.next();
					stored.put(table, rows.getString(1));
				}
			}
		}
		return stored;
	}

}
