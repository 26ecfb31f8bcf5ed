package io.kehu.order.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class PriceContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = PriceConfiguration.PRICE_EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		for (PriceDetails details : List.of(new PriceDetails(UUID.randomUUID(), UUID.randomUUID(),
				List.of(new VolumeBreak(BigDecimal.TEN, new Money("1", "EUR")),
						new VolumeBreak(null, new Money("2", "EUR")))))) {
			ListedPrice record = new ListedPrice(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				record.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = PriceConfiguration.PRICE_EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(record.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(PriceConfiguration.PRICE_EVENTS.topic(), type);
		}
	}

}
