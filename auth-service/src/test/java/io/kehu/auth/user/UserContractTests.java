package io.kehu.auth.user;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserContractTests {

	static final Collection<String> ACTIONS = UserConfiguration.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (UserDetails details : List.of(full(), bare())) {
			User user = User.register(details, NOW);
			if (action.equals("deleted")) {
				user.delete(NOW);
			}
			String type = UserConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(user.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(UserConfiguration.EVENTS.topic(), type);
		}
	}

	@Test
	void refusesWhatIsNoUser() {
		assertThatThrownBy(() -> EventContract.check("io.kehu.user.registered.v1", "{\"id\": 1}"))
			.isInstanceOf(AssertionError.class);
	}

	private static UserDetails full() {
		return new UserDetails("Ada", "Ada Lovelace", "ada@example.org", "en-GB", List.of("sales-manager"),
				List.of(UUID.randomUUID()), List.of(new ExternalId("legacy", "1")));
	}

	private static UserDetails bare() {
		return new UserDetails("grace", "", null, null, List.of(), List.of(), List.of());
	}

}
