package io.kehu.discovery;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.kehu.platform.link.LinkIdentity;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DiscoveryApplicationTests {

	private static final KeyPair ORDERS = keyPair();

	private static final KeyPair CUSTOMERS = keyPair();

	private static final String INSTANCE = """
			{"instance": {"instanceId": "%1$s", "app": "ORDERS", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
			"vipAddress": "%3$s", "status": "UP", "port": {"$": 81, "@enabled": "true"},
			"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
			"leaseInfo": {"renewalIntervalInSecs": 2, "durationInSecs": %2$d}, "metadata": {"weight": "5"}}}
			""";

	private final String root;

	private final RestClient client;

	DiscoveryApplicationTests(@LocalServerPort int port) {
		this.root = "http://127.0.0.1:" + port;
		this.client = RestClient.builder().baseUrl(this.root).requestInterceptor((request, body, execution) -> {
			if (!request.getHeaders().containsHeader("Authorization")) {
				request.getHeaders().set("Authorization", identity("orders", ORDERS).authorization("discovery"));
			}
			return execution.execute(request, body);
		}).defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
		}).build();
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry properties) {
		properties.add("kehu.link.peers", () -> "orders=" + encoded(ORDERS.getPublic().getEncoded()) + ",customers="
				+ encoded(CUSTOMERS.getPublic().getEncoded()));
	}

	@Test
	void aRegistrationAndAChangedWeightAreVisibleAtOnce() {
		register("steady", 300);
		assertThat(orders()).contains("steady").contains("\"weight\":\"5\"");
		this.client.put().uri("/eureka/apps/ORDERS/steady/metadata?weight=7").retrieve().toBodilessEntity();
		assertThat(orders()).contains("\"weight\":\"7\"");
		this.client.delete().uri("/eureka/apps/ORDERS/steady").retrieve().toBodilessEntity();
		assertThat(orders()).doesNotContain("steady");
	}

	@Test
	void whoStopsRenewingIsGoneWithinSeconds() {
		register("silent", 5);
		assertThat(orders()).contains("silent");
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(orders()).doesNotContain("silent"));
	}

	@Test
	void tellsItsHealthAndMetricsAndNothingElse() {
		assertThat(get("/actuator/health/readiness")).contains("UP");
		assertThat(get("/actuator/prometheus")).contains("application=\"discovery\"");
		assertThat(statusOf("/actuator/env")).isEqualTo(404);
		assertThat(statusOf("/actuator/beans")).isEqualTo(404);
	}

	@Test
	void strangersNeitherReadNorRegister() {
		register("known", 300);
		KeyPair own = keyPair();
		for (String header : List.of("", "Basic b3JkZXJzOnNlY3JldA==", "Bearer token", "Kehu-Link orders.1.x",
				identity("orders", own).authorization("discovery"),
				identity("orders", ORDERS).authorization("auth-service"),
				identity("orders", ORDERS).authorization("discovery").replace("orders", "customers"))) {
			assertThat(status("GET", "/eureka/apps", header, "")).as(header).isEqualTo(401);
			assertThat(status("POST", "/eureka/apps/ORDERS", header, INSTANCE.formatted("rogue", 300, "orders")))
				.as(header)
				.isEqualTo(401);
			assertThat(status("DELETE", "/eureka/apps/ORDERS/known", header, "")).as(header).isEqualTo(401);
		}
		assertThat(orders()).contains("known").doesNotContain("rogue");
	}

	@Test
	void aServiceChangesItsOwnEntriesOnly() {
		register("owned", 300);
		String customers = identity("customers", CUSTOMERS).authorization("discovery");
		assertThat(status("GET", "/eureka/apps", customers, "")).isEqualTo(200);
		String instance = INSTANCE.formatted("rogue", 300, "orders");
		for (String path : List.of("/eureka/apps/ORDERS", "/eureka/apps/orders", "/eureka/apps/customers/../orders",
				"/eureka/apps/customers;x/../orders", "/eureka/apps/%4FRDERS", "/eureka//apps/ORDERS",
				"/eureka/apps/customers%2f..%2forders", "/eureka/peerreplication/batch/")) {
			assertThat(status("POST", path, customers, instance)).as(path).isIn(400, 403, 404);
		}
		assertThat(status("PUT", "/eureka/apps/ORDERS/owned/metadata?weight=0", customers, "")).isEqualTo(403);
		assertThat(status("PUT", "/eureka/apps/ORDERS/owned/status?value=DOWN", customers, "")).isEqualTo(403);
		assertThat(status("DELETE", "/eureka/apps/ORDERS/owned", customers, "")).isEqualTo(403);
		assertThat(status("POST", "/eureka/apps/CUSTOMERS", customers, instance)).as("another name in the body")
			.isEqualTo(400);
		assertThat(status("POST", "/eureka/apps/CUSTOMERS", customers, instance.replace("ORDERS", "CUSTOMERS")))
			.as("another virtual address")
			.isEqualTo(403);
		assertThat(orders()).contains("owned").doesNotContain("rogue");
	}

	private int status(String method, String path, String authorization, String body) {
		return this.client.method(HttpMethod.valueOf(method))
			.uri(URI.create(this.root + path))
			.header("Authorization", authorization)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.toBodilessEntity()
			.getStatusCode()
			.value();
	}

	private static LinkIdentity identity(String service, KeyPair keys) {
		return new LinkIdentity(service, encoded(keys.getPrivate().getEncoded()), Clock.systemUTC());
	}

	private static String encoded(byte[] key) {
		return Base64.getEncoder().encodeToString(key);
	}

	private static KeyPair keyPair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void register(String instanceId, int leaseSeconds) {
		this.client.post()
			.uri("/eureka/apps/ORDERS")
			.contentType(MediaType.APPLICATION_JSON)
			.body(INSTANCE.formatted(instanceId, leaseSeconds, "orders"))
			.retrieve()
			.toBodilessEntity();
	}

	private String orders() {
		return get("/eureka/apps");
	}

	private String get(String path) {
		String body = this.client.get()
			.uri(path)
			.accept(MediaType.ALL, MediaType.APPLICATION_JSON)
			.header("Accept", "application/json")
			.retrieve()
			.body(String.class);
		return (body != null) ? body : "";
	}

	private int statusOf(String path) {
		return this.client.get().uri(path).retrieve().toBodilessEntity().getStatusCode().value();
	}

}
