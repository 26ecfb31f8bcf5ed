package io.kehu.order.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.order.order.OrderLineDetails;
import io.kehu.platform.money.Money;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class QuoteContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	static final Collection<String> ACTIONS = QuoteEvent.EVENTS.actions();

	static Quote quote() {
		OrderLineDetails line = new OrderLineDetails(UUID.randomUUID(), "TEA-1", "Green tea", new BigDecimal("2.5"),
				new Money("9.90", "EUR"), new BigDecimal("0.1"), new BigDecimal("0.19"));
		return new Quote(new QuoteDetails("Q-2026-000001", UUID.randomUUID(), UUID.randomUUID(), "EUR",
				LocalDate.of(2026, 2, 1), List.of("Acme Ltd"), "Thank you.", List.of(line), null), NOW);
	}

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		Quote draft = quote();
		Quote accepted = quote();
		accepted.send(LocalDate.of(2026, 1, 1), NOW);
		accepted.revise(NOW);
		accepted.submit(NOW);
		accepted.approve(new BigDecimal("0.3"), NOW);
		accepted.send(LocalDate.of(2026, 1, 1), NOW);
		accepted.accept(UUID.randomUUID(), "O-2026-000001", NOW);
		for (QuoteView view : List.of(draft.view(), accepted.view())) {
			String type = QuoteEvent.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(view));
			EventContract.checkSample(type);
			EventContract.checkDescription(QuoteEvent.EVENTS.topic(), type);
		}
	}

}
