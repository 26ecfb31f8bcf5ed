package io.kehu.deploy.local.scenario;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
		HttpProbe asking = kehu.stranger()
			.with("Authorization", basic(secret))
			.with("Content-Type", "application/x-www-form-urlencoded");
		String grant = "grant_type=client_credentials";
		String token = asking.exchange("POST", "/oauth2/token", BodyPublishers.ofString(grant))
			.expect(200)
			.json()
			.path("access_token")
			.asString();
		HttpProbe partner = kehu.stranger().with("Authorization", "Bearer " + token);
		PATHS.forEach((address) -> partner.get(address).expect(200));

		kehu.api().post(path + "/lock", Map.of()).expect(204);
		Awaitility.await()
			.atMost(EVERYWHERE)
			.untilAsserted(() -> PATHS.forEach((address) -> partner.get(address).expect(401)));
		asking.exchange("POST", "/oauth2/token", BodyPublishers.ofString(grant)).expect(401);
	}

	private static String basic(JsonNode secret) {
		String credentials = secret.path("clientId").asString() + ":" + secret.path("clientSecret").asString();
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

}
