package io.kehu.order.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.money.Money;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class PaymentContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = PaymentConfiguration.EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		UUID order = UUID.randomUUID();
		Money five = new Money("5", "EUR");
		for (PaymentDetails details : List.of(
				new PaymentDetails("a", five, PaymentMethod.CASH, LocalDate.EPOCH, null, null, null),
				new PaymentDetails("b", five, PaymentMethod.OTHER, LocalDate.EPOCH,
						List.of(new Allocation(order, five)),
						List.of(new Refund(order, five, LocalDate.EPOCH, "r", "Broken")),
						new Ownership(UUID.randomUUID(), UUID.randomUUID())))) {
			Payment payment = new Payment(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				payment.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = PaymentConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(payment.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(PaymentConfiguration.EVENTS.topic(), type);
		}
	}

}
