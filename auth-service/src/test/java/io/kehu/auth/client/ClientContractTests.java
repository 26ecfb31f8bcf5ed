package io.kehu.auth.client;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.auth.key.SigningAlgorithm;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientContractTests {

	static final Collection<String> ACTIONS = ClientConfiguration.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (ClientDetails details : List.of(full(), bare())) {
			ApiClient client = ApiClient.register(details, NOW);
			if (action.equals("deleted")) {
				client.delete(NOW);
			}
			String type = ClientConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(client.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(ClientConfiguration.EVENTS.topic(), type);
		}
	}

	@Test
	void refusesWhatIsNone() {
		assertThatThrownBy(() -> EventContract.check("io.kehu.client.changed.v1", "{\"id\": 1}"))
			.isInstanceOf(AssertionError.class);
	}

	private static ClientDetails full() {
		return new ClientDetails("Acme shop", List.of("partner"), List.of("customer:read:team"),
				List.of(UUID.randomUUID()), List.of("192.0.2.0/24"), List.of("https://shop.example/callback"),
				List.of("https://shop.example/"), SigningAlgorithm.ES256, false, NOW);
	}

	private static ClientDetails bare() {
		return new ClientDetails("Acme shop", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
				SigningAlgorithm.RS256, true, null);
	}

}
