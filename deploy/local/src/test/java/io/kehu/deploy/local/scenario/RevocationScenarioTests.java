package io.kehu.deploy.local.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A locked client loses access to every service within 30 seconds.
 */
@WholeSystem
class RevocationScenarioTests {

	private static final Duration EVERYWHERE = Duration.ofSeconds(30);

	private static final List<String> PATHS = List.of("/api/v1/customers", "/api/v1/orders", "/api/v1/products",
			"/api/v1/migrations/jobs", "/api/v1/me");

	@Test
	void aLockedClientIsRejectedByEachServiceAndObtainsNoToken(RunningKehu kehu) {
		JsonNode client = kehu.api()
			.post("/api/v1/clients", Map.of("name", "Windrose Partner", "roles", List.of("administrator")))
			.expect(201)
			.json();
		String path = "/api/v1/clients/" + client.path("id").asString();
		JsonNode secret = kehu.api().post(path + "/secrets", Map.of()).expect(201).json();
		String token = kehu.accessToken(secret.path("clientId").asString(), secret.path("clientSecret").asString());
		HttpProbe partner = kehu.stranger().with("Authorization", "Bearer " + token);
		PATHS.forEach((address) -> partner.get(address).expect(200));

		kehu.api().post(path + "/lock", Map.of()).expect(204);
		Awaitility.await()
			.atMost(EVERYWHERE)
			.untilAsserted(() -> PATHS.forEach((address) -> partner.get(address).expect(401)));
		kehu.askForToken(secret.path("clientId").asString(), secret.path("clientSecret").asString()).expect(401);
	}

}
