package io.kehu.order.tax;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class TaxContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = TaxConfiguration.EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (TaxClassDetails details : List.of(new TaxClassDetails("standard", "Standard", new BigDecimal("0.19")))) {
			TaxClass record = new TaxClass(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				record.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = TaxConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(record.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(TaxConfiguration.EVENTS.topic(), type);
		}
	}

}
