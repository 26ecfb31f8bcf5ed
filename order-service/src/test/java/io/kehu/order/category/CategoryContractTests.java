package io.kehu.order.category;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class CategoryContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = CategoryConfiguration.EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (CategoryDetails details : List.of(new CategoryDetails("tea", "Tea", null),
				new CategoryDetails("green", "Green tea", UUID.randomUUID()))) {
			Category record = new Category(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				record.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = CategoryConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(record.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(CategoryConfiguration.EVENTS.topic(), type);
		}
	}

}
