package io.kehu.order.invoice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.order.order.OrderInvoicing;
import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordJournal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Issues invoices and credit notes, in the transaction that stores them.
 */
@Component
class Issuing {

	private static final String INVOICES = "INV";

	private static final String CREDIT_NOTES = "CN";

	private static final int DAYS = 14;

	private final OrderInvoicing orders;

	private final InvoiceRepository invoices;

	private final InvoiceNumbers numbers;

	private final Access access;

	private final RecordJournal journal;

	private final Clock clock;

	Issuing(OrderInvoicing orders, InvoiceRepository invoices, InvoiceNumbers numbers, Access access,
			RecordJournal journal, Clock clock) {
		this.orders = orders;
		this.invoices = invoices;
		this.numbers = numbers;
		this.access = access;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Issues an invoice or a credit note.
	 * @throws ProblemException 400 if the caller may not see what it is for, 409 if that
	 * cannot be invoiced or credited
	 */
	Invoice issue(InvoiceDetails details, Instant now) {
		UUID credited = details.creditedInvoiceId();
		once((credited != null) ? credited : Objects.requireNonNull(details.orderId()));
		return (credited != null) ? credit(details, credited, now)
				: invoice(details, Objects.requireNonNull(details.orderId()), now);
	}

	/**
	 * Refuses a second document for an order or invoice in one transaction. The documents
	 * of a bulk load are stored together, so the first one could not be found yet.
	 */
	private static void once(UUID subject) {
		if (TransactionSynchronizationManager.hasResource(Issued.class)) {
			Issued present = (Issued) Objects
				.requireNonNull(TransactionSynchronizationManager.getResource(Issued.class));
			if (!present.subjects().add(subject)) {
				throw ProblemException.of(HttpStatus.CONFLICT, "issued-together",
						"An earlier line is for the same order or invoice; load this one afterwards.");
			}
			return;
		}
		Issued issued = new Issued(new HashSet<>(Set.of(subject)));
		TransactionSynchronizationManager.bindResource(Issued.class, issued);
		TransactionSynchronizationManager.registerSynchronization(issued);
	}

	private Invoice invoice(InvoiceDetails details, UUID order, Instant now) {
		if (details.creditedLines() != null) {
			throw ProblemException.invalid("/creditedLines", "conflict", "must be absent without creditedInvoiceId");
		}
		OrderInvoicing.Invoiced invoiced = this.orders.lock(order)
			.orElseThrow(
					() -> ProblemException.invalid("/orderId", "unknown_reference", "there is no order with this id"));
		if (!invoiced.firm()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "not-invoiceable",
					"Order %s is a draft or cancelled.".formatted(invoiced.number()));
		}
		this.invoices.findUncredited(order).stream().findFirst().ifPresent((present) -> {
			throw ProblemException.of(HttpStatus.CONFLICT, "invoiced",
					"Order %s is on invoice %s.".formatted(invoiced.number(), present.number()));
		});
		return Invoice.issue(dated(details, order, INVOICES), invoiced, now);
	}

	private Invoice credit(InvoiceDetails details, UUID id, Instant now) {
		Invoice invoice = this.invoices.lock(id).filter((one) -> one.kind() == InvoiceKind.INVOICE).orElse(null);
		Boolean changeable = this.access.reachPresent(Invoice.class, AccessLevel.CHANGE, List.of(id)).get(id);
		if (invoice == null || changeable == null) {
			throw ProblemException.invalid("/creditedInvoiceId", "unknown_reference",
					"there is no invoice with this id");
		}
		if (!changeable) {
			throw Access.forbidden();
		}
		if (details.orderId() != null && !details.orderId().equals(invoice.orderId())) {
			throw ProblemException.invalid("/orderId", "conflict", "is not that of the invoice");
		}
		List<InvoiceLine> lines = new CreditableLines(invoice, this.invoices.findCreditNotes(id))
			.take(details.creditedLines());
		if (lines.isEmpty()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "credited",
					"Invoice %s is credited already.".formatted(invoice.number()));
		}
		Invoice note = Invoice.credit(dated(details, invoice.orderId(), CREDIT_NOTES), invoice, lines, now);
		InvoiceView before = invoice.view();
		invoice.credited(note.total(), now);
		this.invoices.flush();
		this.journal.note(InvoiceConfiguration.EVENTS.change(Invoice.CREDITED, before, invoice.view()));
		return note;
	}

	/** The number comes last, since its series is locked from then on. */
	private InvoiceDetails dated(InvoiceDetails details, UUID order, String defaultSeries) {
		LocalDate on = (details.issuedOn() != null) ? details.issuedOn() : LocalDate.now(this.clock);
		LocalDate due = (details.dueOn() != null) ? details.dueOn() : on.plusDays(DAYS);
		if (due.isBefore(on)) {
			throw ProblemException.invalid("/dueOn", "out_of_range", "must not be before issuedOn");
		}
		String series = (details.series() != null) ? details.series() : defaultSeries;
		String number = details.number();
		if (number == null) {
			number = this.numbers.next(series);
		}
		else {
			this.numbers.use(series, number);
		}
		return details.issued(order, series, number, on, due);
	}

	/** What documents were issued for in a transaction. */
	private record Issued(Set<UUID> subjects) implements TransactionSynchronization {

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(Issued.class);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(Issued.class, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(Issued.class);
		}

	}

}
