package io.kehu.deploy.local.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.deploy.local.system.Backup;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backup is taken under load, everything is destroyed, and a point in time is restored,
 * from which the system continues: nothing is lost, nothing takes effect twice.
 */
@WholeSystem
@Order(Integer.MAX_VALUE - 1)
class BackupScenarioTests {

	private static final String CUSTOMERS = "/api/v1/customers";

	private static final int LINES = 3000;

	/** Everything that is stored for good, by database. */
	private static final Map<String, List<String>> TABLES = Map.of("kehu_customer",
			List.of("customer", "contact", "history", "customer_order_figures"), "kehu_order",
			List.of("orders", "order_line", "product", "history"), "kehu_auth", List.of("users", "api_clients"));

	@Test
	void aRestoredSystemContinues(RunningKehu kehu, @TempDir Path folder) throws Exception {
		Backup backup = new Backup(kehu.system(), folder.resolve("backup"));
		String run = "backup-" + UUID.randomUUID();
		CompletableFuture<List<JsonNode>> load = CompletableFuture.supplyAsync(() -> load(kehu.api(), run));
		backup.take();
		List<JsonNode> loaded = load.get();
		String customer = loaded.get(0).path("id").asString();
		String sku = run.toUpperCase(Locale.ROOT);
		kehu.api()
			.post("/api/v1/products",
					Map.of("sku", sku, "name", "Saddle", "price", Map.of("amount", "10.00", "currency", "EUR")))
			.expect(201);
		order(kehu.api(), customer, sku);
		awaitOrders(kehu, customer, 1);
		awaitQuiet(kehu);

		Instant wanted = now(kehu);
		Map<String, String> before = stored(kehu);
		String lost = create(kehu.api());
		order(kehu.api(), customer, sku);
		archive(kehu, folder.resolve("backup"));
		kehu.destroy();

		backup.restore(wanted);
		kehu.makeWhole();
		assertThat(stored(kehu)).isEqualTo(before);
		kehu.api().get(lost).expect(404);
		awaitPublished(kehu, loaded.stream().map((line) -> line.path("id").asString()).collect(Collectors.toSet()));
		awaitOrders(kehu, customer, 1);

		order(kehu.api(), customer, sku);
		awaitOrders(kehu, customer, 2);
		awaitQuiet(kehu);
		assertThat(figures(kehu, customer)).as("figures are those of the orders").isEqualTo(2);
	}

	/** Waits until a partner that reads the new topic has each customer once. */
	private static void awaitPublished(RunningKehu kehu, Set<String> ids) {
		try (EventProbe partner = kehu.newProbe()) {
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.pollInSameThread()
				.untilAsserted(() -> assertThat(
						partner.events("kehu.customers").stream().map(ReceivedEvent::key).filter(ids::contains))
					.containsExactlyInAnyOrderElementsOf(ids));
		}
	}

	private static List<JsonNode> load(HttpProbe api, String run) {
		String body = IntStream.range(0, LINES)
			.mapToObj((line) -> "{\"kind\":\"company\",\"name\":\"%s %d\"}\n".formatted(run, line))
			.collect(Collectors.joining());
		List<JsonNode> answers = api.with("Content-Type", "application/x-ndjson")
			.post(CUSTOMERS + "/bulk", body)
			.expect(200)
			.lines();
		assertThat(answers).hasSize(LINES)
			.allSatisfy((answer) -> assertThat(answer.path("status").asString()).isEqualTo("created"));
		return answers;
	}

	private static String create(HttpProbe api) {
		return api.post(CUSTOMERS, Map.of("kind", "company", "name", "Later")).expect(201).header("Location");
	}

	private static void order(HttpProbe api, String customer, String sku) {
		api.post("/api/v1/orders",
				Map.of("customerId", customer, "status", "placed", "lines", List.of(Map.of("sku", sku, "quantity", 2))))
			.expect(201);
	}

	private static void awaitOrders(RunningKehu kehu, String customer, int orders) {
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> figures(kehu, customer) == orders);
	}

	private static int figures(RunningKehu kehu, String customer) {
		return kehu.api()
			.get(CUSTOMERS + "/" + customer)
			.expect(200)
			.json()
			.path("orderFigures")
			.path("orderCount")
			.asInt(0);
	}

	/** Waits until all events have been published. */
	private static void awaitQuiet(RunningKehu kehu) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> text(kehu, "kehu_customer", "select count(*) from outbox").equals("0")
					&& text(kehu, "kehu_order", "select count(*) from outbox").equals("0"));
	}

	/** Returns counts and digests of all tables. */
	private static Map<String, String> stored(RunningKehu kehu) throws SQLException {
		Map<String, String> stored = new TreeMap<>();
		for (Map.Entry<String, List<String>> database : TABLES.entrySet()) {
			for (String table : database.getValue()) {
				stored.put(database.getKey() + "." + table, text(kehu, database.getKey(),
						"select count(*) || ' ' || md5(coalesce(string_agg(t::text, ';' order by t::text), '')) from %s t"
							.formatted(table)));
			}
		}
		return stored;
	}

	private static Instant now(RunningKehu kehu) throws SQLException {
		return Instant.parse(text(kehu, "kehu_order",
				"select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
	}

	/** Waits until all changes so far are in the archive, as they are after a minute. */
	private static void archive(RunningKehu kehu, Path backup) throws SQLException {
		String segment = text(kehu, "postgres", "select pg_walfile_name(pg_switch_wal())");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> Files.exists(backup.resolve("postgresql/archive").resolve(segment)));
	}

	private static String text(RunningKehu kehu, String database, String sql) throws SQLException {
		try (Connection connection = kehu.system().databases().connect(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
