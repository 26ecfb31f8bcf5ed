package io.kehu.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.test.token.TestToken;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eureka.client.enabled=false",
				"spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s", "kehu.gateway.circuit.window=4",
				"kehu.gateway.circuit.minimum=4", "kehu.gateway.circuit.open-for=3s", "kehu.gateway.circuit.trials=1" })
class CircuitTests {

	private static final Duration TIME_ENOUGH = Duration.ofSeconds(60);

	private static final Backend alone = new Backend();

	private static final Backend first = new Backend();

	private static final Backend second = new Backend();

	private final HttpClient client = HttpClient.newHttpClient();

	private final String address;

	private final MeterRegistry metrics;

	CircuitTests(@LocalServerPort int port, @Autowired MeterRegistry metrics) {
		this.address = "http://127.0.0.1:" + port;
		this.metrics = metrics;
	}

	@DynamicPropertySource
	static void instances(DynamicPropertyRegistry registry) {
		Backend.instances(registry, "customer-service", alone);
		Backend.instances(registry, "order-service", first, second);
	}

	@BeforeEach
	void closeAllCircuits() {
		List.of(alone, first, second)
			.forEach((backend) -> backend.answering((request, response) -> response.sendString(Mono.just("answer"))));
		await().atMost(TIME_ENOUGH)
			.untilAsserted(
					() -> assertThat(IntStream.range(0, 4).map((i) -> status("/api/v1/customers"))).containsOnly(200));
		await().atMost(TIME_ENOUGH)
			.untilAsserted(
					() -> assertThat(IntStream.range(0, 8).map((i) -> status("/api/v1/orders"))).containsOnly(200));
	}

	@AfterAll
	static void close() {
		List.of(alone, first, second).forEach(Backend::close);
	}

	@Test
	void aHangingServiceReceivesNoRequestsUntilItRecovers() throws Exception {
		hang(alone);
		HttpResponse<String> late = get("/api/v1/customers");
		assertThat(late.statusCode()).isEqualTo(504);
		assertThat(late.headers().firstValue("Retry-After")).hasValue("2");
		assertThat(late.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(JsonPath.<Integer>read(late.body(), "$.status")).isEqualTo(504);
		assertThat(JsonPath.<String>read(late.body(), "$.traceId")).matches("[0-9a-f]{32}");
		await().atMost(TIME_ENOUGH).until(() -> status("/api/v1/customers") == 503);
		int asked = alone.requests().size();
		HttpResponse<String> refused = get("/api/v1/customers");
		assertThat(alone.requests()).hasSize(asked);
		assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:kehu:problem:unavailable");
		assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("customer-service");
		assertThat(JsonPath.<String>read(refused.body(), "$.traceId")).matches("[0-9a-f]{32}");
		assertThat(this.metrics.get("resilience4j.circuitbreaker.state")
			.tag("name", "customer-service@127.0.0.1:" + alone.port())
			.tag("state", "open")
			.gauge()
			.value()).isEqualTo(1);
		alone.answering((request, response) -> response.sendString(Mono.just("answer")));
		await().atMost(TIME_ENOUGH).until(() -> status("/api/v1/customers") == 200);
	}

	@Test
	void aHangingInstanceIsReplacedByTheOthers() {
		hang(first);
		await().atMost(TIME_ENOUGH)
			.until(() -> IntStream.range(0, 4)
				.map((i) -> status("/api/v1/orders"))
				.allMatch((status) -> status == 200));
		assertThat(second.requests()).isNotEmpty();
	}

	@Test
	void errorResponsesAndLostConnectionsOpenNoCircuit() throws Exception {
		alone.answering((request, response) -> response.status(500).send());
		assertThat(IntStream.range(0, 8).map((i) -> status("/api/v1/customers"))).containsOnly(500);
		alone.answering((request, response) -> {
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		assertThat(IntStream.range(0, 8).map((i) -> status("/api/v1/customers"))).containsOnly(502);
		alone.answering((request, response) -> response.sendString(Mono.just("answer")));
		assertThat(get("/api/v1/customers").statusCode()).isEqualTo(200);
	}

	@Test
	void aStreamIsNotSubjectToTimeLimits() {
		alone.answering((request, response) -> response.header("Content-Type", "application/x-ndjson")
			.sendString(Flux.just("1\n", "2\n").delayElements(Duration.ofMillis(1200))));
		HttpRequest bulk = request("/api/v1/customers/bulk").POST(BodyPublishers.ofString("{}\n")).build();
		assertThat(IntStream.range(0, 5)
			.mapToObj((i) -> this.client.sendAsync(bulk, BodyHandlers.ofString()))
			.toList()
			.stream()
			.map((answer) -> answer.join().body())).containsOnly("1\n2\n");
	}

	private static void hang(Backend backend) {
		backend.answering((request, response) -> Mono.never());
	}

	private int status(String path) {
		try {
			return get(path).statusCode();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(request(path).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Authorization", TestToken.user("customer:read").header())
			.timeout(TIME_ENOUGH);
	}

}
