package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@WholeSystem
class FaultScenarioTests {

	private static final String CUSTOMERS = "/api/v1/customers";

	private static final int LINES = 6000;

	private static final int READ_BEFORE_THE_KILL = 500;

	private final JsonMapper json = new JsonMapper();

	@Test
	void worksWithoutRedis(RunningKehu kehu) {
		kehu.kill("redis");
		String path = create(kehu);
		assertThat(kehu.api().get(path).expect(200).json().path("status").asString()).isEqualTo("prospect");
		HttpAnswer read = kehu.api().get(path).expect(200);
		kehu.api().patch(path, read.etag(), Map.of("status", "active")).expect(200);
		assertThat(kehu.api().get(path).expect(200).json().path("status").asString()).isEqualTo("active");
		awaitEvent(kehu, path, "io.kehu.customer.changed.v1");
	}

	@Test
	void withoutKafkaWritesSucceedAndEventsFollowLater(RunningKehu kehu) {
		kehu.kill("kafka");
		String path = create(kehu);
		kehu.makeWhole();
		awaitEvent(kehu, path, "io.kehu.customer.registered.v1");
	}

	@Test
	void withoutPostgresqlClientsAreAskedToRetry(RunningKehu kehu) {
		String path = create(kehu);
		String token = kehu.system().accessToken();
		kehu.kill("postgresql");
		HttpAnswer refused = kehu.stranger()
			.with("Authorization", "Bearer " + token)
			.post(CUSTOMERS, Map.of("kind", "company", "name", "Nobody"))
			.expect(503);
		assertThat(refused.header("Retry-After")).isNotEmpty();
		kehu.makeWhole();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.ignoreException(LaunchFailure.class)
			.untilAsserted(() -> kehu.api().get(path).expect(200));
		awaitEvent(kehu, create(kehu), "io.kehu.customer.registered.v1");
	}

	@Test
	void aKilledBulkLoadNeitherLosesNorRepeatsAcknowledgedLines(RunningKehu kehu) {
		String run = "run-" + UUID.randomUUID();
		Map<String, String> acknowledged = loadUntilKilled(kehu, run);
		assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(READ_BEFORE_THE_KILL);
		kehu.makeWhole();

		List<JsonNode> again = kehu.api()
			.with("Content-Type", "application/x-ndjson")
			.post(CUSTOMERS + "/bulk", body(run))
			.expect(200)
			.lines();
		assertThat(again).hasSize(LINES);
		acknowledged.forEach((line, id) -> {
			JsonNode answer = again.get(Integer.parseInt(line) - 1);
			assertThat(answer.path("status").asString()).as("line " + line).isEqualTo("unchanged");
			assertThat(answer.path("id").asString()).as("line " + line).isEqualTo(id);
		});
		Set<String> ids = again.stream().map((answer) -> answer.path("id").asString()).collect(Collectors.toSet());
		assertThat(ids).hasSize(LINES);
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInSameThread()
			.untilAsserted(() -> assertThat(eventsOf(kehu, ids).map(ReceivedEvent::key).collect(Collectors.toSet()))
				.hasSize(LINES));
		assertThat(eventsOf(kehu, ids)).as("one event for each customer").hasSize(LINES);
	}

	/** Ensures that the event has arrived and is not attributed to a later step. */
	private static void awaitEvent(RunningKehu kehu, String path, String type) {
		kehu.events().await("kehu.customers", path.substring(path.lastIndexOf('/') + 1), type);
	}

	private static Stream<ReceivedEvent> eventsOf(RunningKehu kehu, Set<String> ids) {
		return kehu.events().events("kehu.customers").stream().filter((event) -> ids.contains(event.key()));
	}

	/**
	 * Returns the ids of the lines that were acknowledged before the connection broke.
	 */
	private Map<String, String> loadUntilKilled(RunningKehu kehu, String run) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(kehu.system().gatewayUrl() + CUSTOMERS + "/bulk"))
			.header("Authorization", "Bearer " + kehu.system().accessToken())
			.header("Content-Type", "application/x-ndjson")
			.POST(BodyPublishers.ofString(body(run)))
			.build();
		Map<String, String> acknowledged = new LinkedHashMap<>();
		try {
			HttpResponse<Stream<String>> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
			Set<String> killed = new HashSet<>();
			for (Iterator<String> lines = response.body().iterator(); lines.hasNext();) {
				JsonNode answer = this.json.readTree(lines.next());
				acknowledged.put(answer.path("line").asString(), answer.path("id").asString());
				if (acknowledged.size() == READ_BEFORE_THE_KILL && killed.add("customer-service")) {
					kehu.kill("customer-service");
				}
			}
		}
		catch (IOException | UncheckedIOException | JacksonException ex) {
			// The connection broke, perhaps in the middle of a line: what came before
			// counts
			assertThat(acknowledged).isNotEmpty();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return acknowledged;
	}

	private static String body(String run) {
		return IntStream.rangeClosed(1, LINES)
			.mapToObj((
					line) -> "{\"kind\":\"company\",\"name\":\"Bulk %d\",\"externalIds\":[{\"system\":\"scenario\",\"id\":\"%s-%d\"}]}\n"
						.formatted(line, run, line))
			.collect(Collectors.joining());
	}

	private static String create(RunningKehu kehu) {
		HttpAnswer created = kehu.api()
			.post(CUSTOMERS, Map.of("kind", "company", "name", "Polder Fietsen " + UUID.randomUUID()))
			.expect(201);
		return CUSTOMERS + "/" + created.json().path("id").asString();
	}

}
