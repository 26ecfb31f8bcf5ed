package io.kehu.order.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.order.amount.Rounding;
import io.kehu.order.order.OrderInvoicing;
import io.kehu.platform.money.Money;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class InvoiceContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	static final Collection<String> ACTIONS = InvoiceConfiguration.EVENTS.actions();

	static Invoice invoice(String number, List<String> billTo, int lines) {
		Money price = new Money("9.90", "EUR");
		List<OrderInvoicing.Line> ordered = java.util.stream.IntStream.rangeClosed(1, lines)
			.mapToObj((no) -> new OrderInvoicing.Line(no, "TEA-" + no, "Green tea, first flush <" + no + ">",
					BigDecimal.valueOf(no), price, new BigDecimal("0.1"), new BigDecimal("0.19"),
					money(new BigDecimal("8.91").multiply(BigDecimal.valueOf(no)).multiply(new BigDecimal("0.19"))),
					money(new BigDecimal("8.91").multiply(BigDecimal.valueOf(no)))))
			.toList();
		InvoiceDetails details = new InvoiceDetails(UUID.randomUUID(), null, null, "INV", number,
				LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 16), billTo, "Thank you for your order.", null);
		return Invoice.issue(details, new OrderInvoicing.Invoiced("O-2026-000001", UUID.randomUUID(), true, ordered),
				NOW);
	}

	private static Money money(BigDecimal amount) {
		return Money.of(Rounding.of(amount, "EUR"), "EUR");
	}

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		Invoice invoice = invoice("INV-000001", List.of("Acme Ltd"), 2);
		Invoice note = Invoice.credit(invoice.details(), invoice, invoice.lines(), NOW);
		for (InvoiceView view : List.of(invoice.view(), note.view())) {
			String type = InvoiceConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(view));
			EventContract.checkSample(type);
			EventContract.checkDescription(InvoiceConfiguration.EVENTS.topic(), type);
		}
	}

}
