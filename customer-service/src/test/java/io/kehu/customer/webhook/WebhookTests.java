package io.kehu.customer.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events of customers that are sent to a real HTTP server, whose address is allowed.
 */
@CustomerServiceTest
class WebhookTests {

	private static final String PATH = "/api/v1/customer-service/webhooks";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcTemplate jdbc;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private HttpProbe http;

	private HttpServer server;

	private volatile int answer = 200;

	@BeforeEach
	void startReceiver() throws IOException {
		this.http = this.anyone.as("webhook:read", "webhook:write", "customer:read", "customer:write");
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	@AfterEach
	void stopReceiver() {
		this.http.get(PATH)
			.expect(200)
			.json()
			.get("items")
			.forEach((item) -> this.http.with("If-Match", "*")
				.delete(PATH + "/" + item.get("id").asString())
				.expect(204));
		this.server.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, List<String>> headers = exchange.getRequestHeaders()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((one) -> one.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
		this.received.add(new Received(headers, body));
		exchange.sendResponseHeaders(this.answer, -1);
		exchange.close();
	}

	private String url() {
		return "http://127.0.0.1:%d/events".formatted(this.server.getAddress().getPort());
	}

	private HttpAnswer declare(String filters) {
		return this.http.post(PATH, "{\"url\": \"%s\", %s}".formatted(url(), filters)).expect(201);
	}

	private HttpAnswer register(String name) {
		return this.http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"%s\"}".formatted(name))
			.expect(201);
	}

	private List<JsonNode> deliveries(HttpAnswer webhook, String query) {
		return this.http.get(webhook.header("Location") + "/deliveries" + query)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.toList();
	}

	private void await(HttpAnswer webhook, String state, int number) {
		Awaitility.await()
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(deliveries(webhook, "?status=" + state)).hasSize(number));
	}

	private static boolean isSignedWith(Received message, String secret) {
		try {
			new Webhook(secret).verify(message.body(), message.headers());
			return true;
		}
		catch (WebhookVerificationException | EmptyWebhookSecretException ex) {
			return false;
		}
	}

	@Test
	void sendsWhatIsSelectedSignedAndOnce() {
		HttpAnswer webhook = declare("\"types\": [\"io.kehu.customer.*\"], \"fields\": [\"status\"]");
		String secret = webhook.json().get("secret").asString();
		HttpAnswer customer = register("Acme");
		String path = customer.header("Location");
		this.http.patch(path, "*", "{\"name\": \"Acme 2\"}").expect(200);
		this.http.patch(path, "*", "{\"status\": \"active\"}").expect(200);
		await(webhook, "delivered", 2);
		assertThat(this.received).hasSize(2);
		List<JsonNode> events = this.received.stream().map((one) -> JsonMapper.shared().readTree(one.body())).toList();
		assertThat(events).extracting((event) -> event.get("type").asString())
			.containsExactlyInAnyOrder("io.kehu.customer.registered.v1", "io.kehu.customer.changed.v1");
		assertThat(events).allSatisfy((event) -> {
			assertThat(event.get("specversion").asString()).isEqualTo("1.0");
			assertThat(event.get("subject")).isEqualTo(customer.json().get("id"));
			assertThat(event.at("/data/id")).isEqualTo(customer.json().get("id"));
		});
		assertThat(this.received).allSatisfy((message) -> {
			assertThat(isSignedWith(message, secret)).isTrue();
			assertThat(isSignedWith(message, "whsec_AAAA")).isFalse();
			assertThat(message.headers().get("content-type").get(0)).startsWith("application/cloudevents+json");
		});
		assertThat(this.http.get(webhook.header("Location")).expect(200).json().has("secret")).isFalse();
		assertThat(this.jdbc.queryForObject("select count(*) from webhook where secret like '%' || ? || '%'",
				Long.class, secret.substring(6)))
			.isZero();
	}

	@Test
	void signsWithBothSecretsAfterARotation() {
		HttpAnswer webhook = declare("\"types\": [\"*\"]");
		JsonNode rotated = this.http.with("If-Match", webhook.etag())
			.post(webhook.header("Location") + "/rotate-secret", "")
			.expect(200)
			.json();
		register("Acme");
		await(webhook, "delivered", 1);
		assertThat(isSignedWith(this.received.get(0), webhook.json().get("secret").asString())).isTrue();
		assertThat(isSignedWith(this.received.get(0), rotated.get("secret").asString())).isTrue();
		this.http.with("If-Match", webhook.etag()).post(webhook.header("Location") + "/rotate-secret", "").expect(412);
	}

	@Test
	void triesAgainUntilItIsDeadAndCanBeRedriven() {
		this.answer = 503;
		HttpAnswer webhook = declare("\"types\": [\"*\"]");
		register("Acme");
		Awaitility.await().ignoreExceptions().untilAsserted(() -> {
			JsonNode waiting = deliveries(webhook, "").get(0);
			assertThat(waiting.get("attempts").asInt()).isEqualTo(1);
			assertThat(waiting.get("responseStatus").asInt()).isEqualTo(503);
			assertThat(waiting.get("status").asString()).isEqualTo("waiting");
		});
		this.jdbc.update("update webhook_delivery set attempts = 7, next_attempt_at = now()");
		await(webhook, "dead", 1);
		String delivery = deliveries(webhook, "").get(0).get("id").asString();
		String path = webhook.header("Location");
		this.http.post(path + "/deliveries/" + UUID.randomUUID() + "/redrive", "").expect(404);
		this.answer = 204;
		this.http.post(path + "/deliveries/" + delivery + "/redrive", "").expect(200);
		await(webhook, "delivered", 1);
		this.http.post(path + "/deliveries/" + delivery + "/redrive", "").expect(409);
		assertThat(this.received).extracting((one) -> one.headers().get("webhook-id").get(0)).hasSize(3);
		assertThat(this.received.stream().map((one) -> one.headers().get("webhook-id")).distinct()).hasSize(1);
		assertThat(this.http.post(path + "/redrive", "").expect(200).json().get("events").asInt()).isZero();
	}

	@Test
	void endsWhenTheReceiverUnsubscribes() {
		this.answer = 410;
		HttpAnswer webhook = declare("\"types\": [\"*\"]");
		String path = webhook.header("Location");
		register("Acme");
		await(webhook, "dead", 1);
		assertThat(this.http.get(path).expect(200).json().get("status").asString()).isEqualTo("unsubscribed");
		register("Acme");
		assertThat(deliveries(webhook, "")).hasSize(1);
		this.http.post(path + "/redrive", "").expect(409);
		this.answer = 200;
		this.http.with("If-Match", "*").post(path + "/activate", "").expect(200);
		assertThat(this.http.post(path + "/redrive", "").expect(200).json().get("events").asInt()).isEqualTo(1);
		await(webhook, "delivered", 1);
		assertThat(this.http.get(path + "/history").expect(200).json().at("/items/1/action").asString())
			.isEqualTo("activated");
	}

	@Test
	void replaysFromATime() {
		Instant start = Instant.now();
		HttpAnswer webhook = declare("\"types\": [\"io.kehu.customer.registered.v1\"]");
		register("One");
		HttpAnswer two = register("Two");
		await(webhook, "delivered", 2);
		this.http.patch(two.header("Location"), "*", "{\"name\": \"Three\"}").expect(200);
		String path = webhook.header("Location");
		JsonNode replayed = this.http.post(path + "/replay", "{\"from\": \"%s\"}".formatted(start)).expect(200).json();
		assertThat(replayed.get("events").asInt()).isEqualTo(2);
		await(webhook, "delivered", 4);
		String since = two.json().get("createdAt").asString();
		this.http.patch(path, "*", "{\"types\": [\"io.kehu.customer.changed.v1\"]}").expect(200);
		assertThat(this.http.post(path + "/replay", "{\"from\": \"%s\"}".formatted(since))
			.expect(200)
			.json()
			.get("events")
			.asInt()).isEqualTo(1);
		this.http.post(path + "/replay", "{}").expect(400);
	}

	@Test
	void doesNotFollowRedirects() {
		this.answer = 302;
		HttpAnswer webhook = declare("\"types\": [\"*\"]");
		register("Acme");
		Awaitility.await()
			.ignoreExceptions()
			.untilAsserted(
					() -> assertThat(deliveries(webhook, "").get(0).get("responseStatus").asInt()).isEqualTo(302));
		assertThat(this.received).hasSize(1);
	}

	@Test
	void checksTheAddressThatItConnectsTo() {
		HttpAnswer webhook = declare("\"types\": [\"*\"]");
		// As if the name had been resolved to another address when it was declared
		this.jdbc.update("update webhook set url = 'http://169.254.169.254/latest' where id = ?",
				UUID.fromString(webhook.json().get("id").asString()));
		register("Acme");
		Awaitility.await()
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(deliveries(webhook, "").get(0).get("error").asString())
				.startsWith("RefusedAddressException"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "https://10.0.0.1/|[\"*\"]|/url", "https://[::1]/|[\"*\"]|/url", "http://1.1.1.1/|[\"*\"]|/url",
					"ftp://1.1.1.1/|[\"*\"]|/url", "https://1.1.1.1/|[]|/types", "https://1.1.1.1/|[\"A\"]|/types/0" })
	void refusesWhatIsNotValid(String url, String types, String pointer) {
		JsonNode refused = this.http.post(PATH, "{\"url\": \"%s\", \"types\": %s}".formatted(url, types))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void isForAdministrators() {
		HttpAnswer webhook = declare("\"types\": [\"*\"]");
		String path = webhook.header("Location");
		this.anyone.as("webhook:read").get(path).expect(200);
		this.anyone.as("webhook:read").with("If-Match", "*").delete(path).expect(403);
		this.anyone.as("customer:read", "customer:write").get(PATH).expect(403);
		this.http.with("Idempotency-Key", "x")
			.post(PATH, "{\"url\": \"%s\", \"types\": [\"*\"]}".formatted(url()))
			.expect(400);
		this.http.get(path + "/deliveries?limit=0").expect(400);
		this.http.get(path + "/deliveries?status=x").expect(400);
		this.http.get(path + "/deliveries?cursor=x").expect(400);
	}

	/**
	 * What the server received.
	 */
	private record Received(Map<String, List<String>> headers, String body) {
	}

}
