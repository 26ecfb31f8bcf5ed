package io.kehu.order.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class StockContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = StockConfiguration.EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (StockDetails details : List.of(new StockDetails(UUID.randomUUID(), new BigDecimal("2.50")))) {
			StockLevel record = new StockLevel(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				record.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = StockConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(record.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(StockConfiguration.EVENTS.topic(), type);
		}
	}

}
