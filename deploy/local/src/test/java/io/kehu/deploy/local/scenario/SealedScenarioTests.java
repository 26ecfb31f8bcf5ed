package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.deploy.local.system.Secrets;
import io.kehu.platform.embedded.KafkaAccess;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ValueSearch;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tax number in the whole system: it is read by those that have the permission, and
 * lies nowhere in clear.
 */
@WholeSystem
class SealedScenarioTests {

	private static final String PATH = "/api/v1/customers";

	private final String tax = "TX" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

	@Test
	void aTaxNumberLiesNowhereInClear(RunningKehu kehu) throws Exception {
		String id = useEverywhere(kehu);
		assertThat(databases(kehu)).isEmpty();
		assertThat(topics(kehu)).isEmpty();
		assertThat(cached(kehu, id)).contains(id).doesNotContain(this.tax);
		assertThat(files(kehu.system().state().path())).isEmpty();
	}

	/** Returns the id of a customer that is in the cache. */
	private String useEverywhere(RunningKehu kehu) {
		HttpProbe api = kehu.api();
		HttpAnswer one = register(api, this.tax);
		HttpAnswer other = register(api, this.tax + "B");
		String path = PATH + "/" + one.json().get("id").asString();
		api.patch(path, "*", Map.of("taxNumber", this.tax + "C")).expect(200);
		api.post(PATH, Map.of("kind", "company", "name", "x", "taxNumber", this.tax + ";")).expect(400);
		api.with("If-Match", "*")
			.post(path + "/merges", Map.of("merged", List.of(Map.of("id", other.json().get("id").asString()))))
			.expect(201);
		assertThat(api.get(PATH + "?taxNumber=" + this.tax + "C").expect(200).body()).contains(this.tax + "C");
		api.get(PATH + "?taxNumber[like]=" + this.tax).expect(400);
		assertThat(api.get(PATH + "/export?format=csv&taxNumber=" + this.tax + "C").expect(200).body())
			.contains(this.tax + "C");
		api.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk",
					BodyPublishers.ofString(
							"{\"kind\": \"company\", \"name\": \"B\", \"taxNumber\": \"%sD\"}".formatted(this.tax)))
			.expect(200);
		Migrating steward = new Migrating(api);
		String set = steward.done("/live-customers", Map.of("filters", Map.of("taxNumber[null]", "false")))
			.get("dataSetId")
			.asString();
		assertThat(steward.all("/data-sets/" + set + "/rows").toString()).contains(this.tax + "C");
		assertThat(api.get(path).expect(200).json().get("taxNumber").asString()).isEqualTo(this.tax + "C");
		kehu.events().await("kehu.customers", other.json().get("id").asString(), "io.kehu.customer.merged.v1");
		return one.json().get("id").asString();
	}

	private static HttpAnswer register(HttpProbe api, String number) {
		return api.with("Idempotency-Key", UUID.randomUUID().toString())
			.post(PATH, Map.of("kind", "company", "name", "Sealed", "taxNumber", number))
			.expect(201);
	}

	private List<String> databases(RunningKehu kehu) throws Exception {
		List<String> found = new ArrayList<>();
		for (String database : List.of("kehu_customer", "kehu_order", "kehu_auth", "kehu_migration")) {
			String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(kehu.system().settings().port("postgresql"),
					database);
			try (Connection connection = DriverManager.getConnection(url, database,
					kehu.system().secrets().databasePassword(database))) {
				found.addAll(ValueSearch.tablesWith(connection, this.tax));
			}
		}
		return found;
	}

	private List<String> topics(RunningKehu kehu) throws Exception {
		Map<String, Object> operator = new HashMap<>(
				KafkaAccess.client(Secrets.OPERATOR, kehu.system().secrets().kafkaPassword(Secrets.OPERATOR)));
		operator.put("bootstrap.servers", "127.0.0.1:" + kehu.system().settings().port("kafka"));
		try (Admin admin = Admin.create(operator)) {
			return admin.listTopics()
				.names()
				.get()
				.stream()
				.filter((topic) -> topic.startsWith("kehu.") && !topic.startsWith("kehu.outbox."))
				.filter((topic) -> kehu.events()
					.events(topic)
					.stream()
					.anyMatch((event) -> String.valueOf(event.json()).contains(this.tax)))
				.toList();
		}
	}

	private static String cached(RunningKehu kehu, String id) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", kehu.system().settings().port("redis"))) {
			socket.setSoTimeout(10_000);
			String commands = "AUTH customer-service %s\r\nGET customer-service:cache:customers:%s\r\nQUIT\r\n"
				.formatted(kehu.system().secrets().redisPassword("customer-service"), id);
			socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * Returns the files, logs and data of all processes included, that contain the value.
	 */
	private List<String> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
				// Kafka reserves them in full, without records
				.filter((file) -> !file.toString().endsWith("index"))
				.filter(this::contains)
				.map(Path::toString)
				.toList();
		}
	}

	private boolean contains(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(this.tax);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
