package io.kehu.order.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreditableLinesTests {

	/**
	 * Each line is given back in parts, whose rounded amounts do not add up by
	 * themselves.
	 */
	@Test
	void addUpToTheInvoice() {
		Invoice invoice = InvoiceContractTests.invoice("INV-000001", List.of(), 7);
		List<Invoice> notes = new ArrayList<>();
		for (int no = 1; no <= 7; no++) {
			for (int part = 0; part < no; part++) {
				List<InvoiceLine> lines = new CreditableLines(invoice, notes)
					.take(List.of(new CreditedLine(no, BigDecimal.ONE)));
				notes.add(Invoice.credit(invoice.details(), invoice, lines, Instant.EPOCH));
			}
		}
		assertThat(notes.stream().map(Invoice::total).reduce(BigDecimal.ZERO, BigDecimal::add))
			.isEqualByComparingTo(invoice.total());
		assertThat(new CreditableLines(invoice, notes).take(null)).isEmpty();
		assertThatThrownBy(
				() -> new CreditableLines(invoice, notes).take(List.of(new CreditedLine(1, new BigDecimal("0.0001")))))
			.isInstanceOf(ProblemException.class);
	}

}
