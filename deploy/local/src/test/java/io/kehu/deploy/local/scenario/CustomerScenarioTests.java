package io.kehu.deploy.local.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.deploy.local.system.NodeStatus;
import io.kehu.deploy.local.system.SystemStatus;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@WholeSystem
class CustomerScenarioTests {

	@Test
	void everyProcessIsHealthy(RunningKehu kehu) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(new SystemStatus(kehu.system()).all())
				.hasSize(kehu.system().settings().instances().size() + 4)
				.allSatisfy((node) -> assertThat(node.health()).as(node.name()).isEqualTo(NodeStatus.Health.UP)));
	}

	@Test
	void aCustomerIsRegisteredChangedAndFound(RunningKehu kehu) {
		String name = "Windrose Velo " + UUID.randomUUID();
		HttpAnswer created = kehu.expecting("io.kehu.customer.registered.v1")
			.when(() -> kehu.api().post("/api/v1/customers", Map.of("kind", "company", "name", name)).expect(201));
		String path = "/api/v1/customers/" + created.json().path("id").asString();
		assertThat(created.header("Location")).endsWith(path);

		HttpAnswer changed = kehu.expecting("io.kehu.customer.changed.v1")
			.when(() -> kehu.api().patch(path, created.etag(), Map.of("status", "active")).expect(200));
		assertThat(changed.json().path("status").asString()).isEqualTo("active");

		kehu.expecting().when(() -> kehu.api().patch(path, created.etag(), Map.of("status", "inactive")).expect(412));
		assertThat(kehu.api().get(path).expect(200).json().path("name").asString()).isEqualTo(name);
		assertThat(kehu.api().get(path + "/history").expect(200).json().path("items")).hasSize(2);
	}

	@Test
	void requestsWithoutATokenAreRejected(RunningKehu kehu) {
		HttpAnswer refused = kehu.stranger().get("/api/v1/customers").expect(401);
		assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
		kehu.stranger().with("Authorization", "Bearer nonsense").get("/api/v1/customers").expect(401);
	}

	@Test
	void theGatewayOnlyExposesItsProbes(RunningKehu kehu) {
		for (String path : List.of("health", "prometheus", "metrics", "env", "gateway/routes")) {
			kehu.stranger().get("/actuator/" + path).expect(404);
			kehu.api().get("/actuator/" + path).expect(404);
		}
		kehu.stranger().get("/livez").expect(200);
		kehu.stranger().get("/readyz").expect(200);
		int operations = kehu.system().settings().port("gateway-operations");
		HttpProbe own = new HttpProbe(() -> "http://127.0.0.1:" + operations);
		own.get("/actuator/gateway/routes").expect(404);
		own.get("/actuator/health/readiness").expect(200);
		own.get("/actuator/prometheus").expect(200);
	}

	@Test
	void theTraceOfARequestContinuesInItsEvents(RunningKehu kehu) {
		String trace = UUID.randomUUID().toString().replace("-", "");
		HttpProbe traced = kehu.api().with("traceparent", "00-" + trace + "-00f067aa0ba902b7-00");
		HttpAnswer missing = traced.get("/api/v1/customers/" + UUID.randomUUID()).expect(404);
		assertThat(missing.json().path("traceId").asString()).isEqualTo(trace);
		Map<String, String> customer = Map.of("kind", "company", "name", "Windrose Trace " + trace);
		HttpAnswer created = kehu.expecting("io.kehu.customer.registered.v1")
			.when(() -> traced.post("/api/v1/customers", customer).expect(201));
		String id = created.json().path("id").asString();
		assertThat(kehu.events().events("kehu.customers")).filteredOn((event) -> id.equals(event.key()))
			.singleElement()
			.satisfies((event) -> assertThat(event.headers().get("traceparent")).startsWith("00-" + trace + "-"));
	}

}
