package io.kehu.deploy.local.scenario;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every described operation is reached through the gateway, whose routes are announced by
 * the services. The caller has no permissions, so that nothing happens.
 */
@WholeSystem
class EveryPathScenarioTests {

	private static final List<String> SERVICES = List.of("customer-service", "order-service", "auth-service",
			"migration-service/service");

	/** These requests are signed and need no token. */
	private static final String SIGNED = "/api/v1/payment-notifications/";

	private static final String NDJSON = "application/x-ndjson";

	private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

	@Test
	void isAnsweredByItsService(RunningKehu kehu) {
		HttpProbe caller = kehu.stranger().with("Authorization", "Bearer " + tokenWithoutPermissions(kehu));
		List<Operation> operations = SERVICES.stream().flatMap((service) -> operations(service).stream()).toList();
		assertThat(operations).hasSizeGreaterThan(150);
		SoftAssertions answers = new SoftAssertions();
		for (Operation operation : operations) {
			HttpAnswer answer = caller.with("Content-Type", operation.contentType())
				.exchange(operation.method(), operation.path(), BodyPublishers.noBody());
			answers.assertThat(answer.status()).as(operation.toString()).isIn(allowed(operation));
			// Set by the services, not by the gateway
			answers.assertThat(answer.header("Content-Security-Policy")).as(operation.toString()).isNotEmpty();
		}
		answers.assertAll();
	}

	/**
	 * Such bodies are longer than those that the gateway and the services hold in memory.
	 */
	@Test
	void takesLongStreamsWhereverLinesAreRead(RunningKehu kehu) {
		String line = "{\"nothing\": \"%s\"}\n".formatted("x".repeat(60_000));
		List<Operation> loads = SERVICES.stream()
			.flatMap((service) -> operations(service).stream())
			.filter((operation) -> operation.contentType().equals(NDJSON))
			.toList();
		assertThat(loads).extracting(Operation::path).contains("/api/v1/customers/merges/bulk");
		for (Operation load : loads) {
			HttpAnswer answer = kehu.api()
				.with("Content-Type", NDJSON)
				.exchange(load.method(), load.path(), BodyPublishers.ofString(line.repeat(20)));
			assertThat(answer.status()).as(load.toString()).isEqualTo(200);
			assertThat(answer.body().lines()).as(load.toString())
				.hasSize(20)
				.allSatisfy((result) -> assertThat(result).contains("\"rejected\""));
		}
	}

	/** The account of the caller is the only thing that needs no permission. */
	private static List<Integer> allowed(Operation operation) {
		if (operation.path().startsWith(SIGNED)) {
			return List.of(400);
		}
		return operation.path().startsWith("/api/v1/me") ? List.of(200, 403, 428) : List.of(403);
	}

	private static String tokenWithoutPermissions(RunningKehu kehu) {
		String client = "/api/v1/clients/" + kehu.api()
			.post("/api/v1/clients", Map.of("name", "Windrose Nobody " + UUID.randomUUID()))
			.expect(201)
			.json()
			.path("id")
			.asString();
		JsonNode secret = kehu.api().post(client + "/secrets", Map.of()).expect(201).json();
		return kehu.accessToken(secret.path("clientId").asString(), secret.path("clientSecret").asString());
	}

	private static List<Operation> operations(String service) {
		Path description = Path.of(System.getProperty("kehu.root", "../.."), service,
				"src/main/resources/openapi/openapi.json");
		List<Operation> operations = new ArrayList<>();
		JsonMapper.shared().readTree(description.toFile()).path("paths").forEachEntry((path, methods) -> {
			String concrete = path.replaceAll("\\{[^}]*[iI]d}", UUID.randomUUID().toString())
				.replaceAll("\\{[^}]*}", "1");
			methods.forEachEntry((method, operation) -> {
				if (METHODS.contains(method)) {
					operations.add(new Operation(method.toUpperCase(Locale.ROOT), concrete, contentType(operation)));
				}
			});
		});
		return operations;
	}

	private static String contentType(JsonNode operation) {
		List<String> types = new ArrayList<>();
		operation.path("requestBody").path("content").forEachEntry((type, content) -> types.add(type));
		return types.isEmpty() ? HttpProbe.JSON : types.get(0);
	}

	/**
	 * One operation of a service.
	 */
	private record Operation(String method, String path, String contentType) {
	}

}
