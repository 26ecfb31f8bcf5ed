package io.kehu.order.invoice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.order.order.OrderPayments;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordJournal;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.VersionCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Raises the dunning levels of invoices that are not paid in time. Partners and mail
 * systems react to the events.
 */
@Component
@EnableConfigurationProperties(DunningProperties.class)
class Dunning {

	private static final Logger log = LoggerFactory.getLogger(Dunning.class);

	/** An invoice that was overdue long before is not reminded of three times at once. */
	private static final Duration INTERVAL = Duration.ofDays(7);

	private final RecordStore<InvoiceDetails, Invoice, InvoiceView> invoices;

	private final InvoiceRepository repository;

	private final OrderPayments orders;

	private final RecordJournal journal;

	private final Schedule schedule;

	Dunning(RecordStore<InvoiceDetails, Invoice, InvoiceView> invoices, InvoiceRepository repository,
			OrderPayments orders, RecordJournal journal, Schedule schedule) {
		this.invoices = invoices;
		this.repository = repository;
		this.orders = orders;
		this.journal = journal;
		this.schedule = schedule;
	}

	/**
	 * Records that the customer was reminded of an invoice.
	 * @throws ProblemException 409 if it is paid, credited or not due
	 */
	InvoiceView remind(UUID id, VersionCheck expected) {
		return this.invoices.act(id, expected, (invoice, now) -> {
			if (this.orders.isPaid(invoice.orderId())) {
				throw ProblemException.of(HttpStatus.CONFLICT, "paid", "The order of the invoice is paid.");
			}
			return invoice.remind(this.schedule.today(), now);
		});
	}

	/** Raises the levels of all invoices for which it is time. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void remindAll() {
		try {
			boolean more = true;
			while (more && !Thread.currentThread().isInterrupted()) {
				more = Boolean.TRUE.equals(this.schedule.transactions().execute((transaction) -> remindSome()));
			}
		}
		catch (DataAccessException ex) {
			log.warn("Customers could not be reminded of invoices; this is retried: {}", ex.getMessage());
		}
	}

	private boolean remindSome() {
		Instant now = this.schedule.clock().instant();
		LocalDate today = this.schedule.today();
		List<Integer> days = this.schedule.properties().days();
		List<Invoice> due = this.repository.findToRemind(today.minusDays(days.get(0)), today.minusDays(days.get(1)),
				today.minusDays(days.get(2)), now.minus(INTERVAL));
		Map<Invoice, InvoiceView> before = new LinkedHashMap<>();
		for (Invoice invoice : due) {
			before.put(invoice, invoice.view());
			invoice.remind(today, now);
		}
		this.repository.flush();
		List<RecordChange> changes = before.entrySet()
			.stream()
			.map((one) -> InvoiceConfiguration.EVENTS.change(Invoice.REMINDED, one.getValue(), one.getKey().view()))
			.toList();
		this.journal.note(changes);
		return !due.isEmpty();
	}

	/**
	 * When reminders are due, and how they are stored.
	 */
	@Component
	record Schedule(DunningProperties properties, TransactionOperations transactions, Clock clock) {

		LocalDate today() {
			return LocalDate.now(this.clock);
		}

	}

}
