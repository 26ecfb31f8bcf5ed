package io.kehu.discovery;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DiscoveryApplicationTests {

	private static final String INSTANCE = """
			{"instance": {"instanceId": "%1$s", "app": "ORDERS", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
			"vipAddress": "orders", "status": "UP", "port": {"$": 81, "@enabled": "true"},
			"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
			"leaseInfo": {"renewalIntervalInSecs": 2, "durationInSecs": %2$d}, "metadata": {"weight": "5"}}}
			""";

	private final RestClient client;

	DiscoveryApplicationTests(@LocalServerPort int port) {
		this.client = RestClient.builder()
			.baseUrl("http://127.0.0.1:" + port)
			.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
			})
			.build();
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

	private void register(String instanceId, int leaseSeconds) {
		this.client.post()
			.uri("/eureka/apps/ORDERS")
			.contentType(MediaType.APPLICATION_JSON)
			.body(INSTANCE.formatted(instanceId, leaseSeconds))
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
