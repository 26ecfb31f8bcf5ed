package io.kehu.auth.team;

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

class TeamContractTests {

	static final Collection<String> ACTIONS = TeamConfiguration.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (TeamDetails details : List.of(full(), bare())) {
			Team team = Team.form(details, NOW);
			if (action.equals("deleted")) {
				team.delete(NOW);
			}
			String type = TeamConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(team.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(TeamConfiguration.EVENTS.topic(), type);
		}
	}

	@Test
	void refusesWhatIsNone() {
		assertThatThrownBy(() -> EventContract.check("io.kehu.team.changed.v1", "{\"id\": 1}"))
			.isInstanceOf(AssertionError.class);
	}

	private static TeamDetails full() {
		return new TeamDetails("Sales", UUID.randomUUID(), List.of(new ExternalId("legacy", "1")));
	}

	private static TeamDetails bare() {
		return new TeamDetails("Sales", null, List.of());
	}

}
