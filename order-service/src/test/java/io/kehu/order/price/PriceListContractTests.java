package io.kehu.order.price;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class PriceListContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = PriceConfiguration.LIST_EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (PriceListDetails details : List.of(new PriceListDetails("a", "A", "EUR", null, null, null, null, null),
				new PriceListDetails("b", "B", "EUR", "wholesale", LocalDate.EPOCH, LocalDate.EPOCH, 7, false))) {
			PriceList record = new PriceList(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				record.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = PriceConfiguration.LIST_EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(record.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(PriceConfiguration.LIST_EVENTS.topic(), type);
		}
	}

}
