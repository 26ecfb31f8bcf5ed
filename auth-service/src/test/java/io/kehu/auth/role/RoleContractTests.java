package io.kehu.auth.role;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoleContractTests {

	static final Collection<String> ACTIONS = RoleConfiguration.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (RoleDetails details : List.of(full(), bare())) {
			Role role = DetailedRecord.create(Role.class, details, NOW);
			if (action.equals("deleted")) {
				role.delete(NOW);
			}
			String type = RoleConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(role.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(RoleConfiguration.EVENTS.topic(), type);
		}
	}

	@Test
	void refusesWhatIsNone() {
		assertThatThrownBy(() -> EventContract.check("io.kehu.role.changed.v1", "{\"id\": 1}"))
			.isInstanceOf(AssertionError.class);
	}

	private static RoleDetails full() {
		return new RoleDetails("order-clerk", "Enters orders", true, List.of("order:write:team", "customer:read"));
	}

	private static RoleDetails bare() {
		return new RoleDetails("idle", "", false, List.of());
	}

}
