package io.kehu.order.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.order.order.OrderInvoicing;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * An invoice or a credit note. What it demands never changes once it is issued.
 */
@Entity
@Guarded(table = "invoice", read = "invoice:read", write = "invoice:write", delete = "invoice:write")
class Invoice extends DetailedRecord<InvoiceDetails, InvoiceView> {

	static final RecordEvent CREDITED = RecordEvent.of("credited");

	static final RecordEvent REMINDED = RecordEvent.of("reminded");

	static final int MOST_REMINDERS = 3;

	@Enumerated(EnumType.STRING)
	private InvoiceKind kind;

	private String series;

	private String number;

	private UUID orderId;

	private String orderNumber;

	private UUID customerId;

	private @Nullable UUID creditedInvoiceId;

	private LocalDate issuedOn;

	private LocalDate dueOn;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<String> billTo;

	private @Nullable String note;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<InvoiceLine> lines;

	private String currency;

	private BigDecimal total;

	private BigDecimal credited;

	private int dunningLevel;

	@Embedded
	private @Nullable Ownership ownership;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Invoice() {
	}

	@SuppressWarnings("NullAway.Init")
	private Invoice(InvoiceDetails details, Instant now) {
		super(now);
		this.credited = BigDecimal.ZERO;
		apply(details);
	}

	/**
	 * Issues an invoice for an order.
	 * @param details with its number and dates
	 */
	static Invoice issue(InvoiceDetails details, OrderInvoicing.Invoiced order, Instant now) {
		Invoice invoice = new Invoice(details, now);
		invoice.kind = InvoiceKind.INVOICE;
		invoice.orderNumber = order.number();
		invoice.customerId = order.customerId();
		invoice.charge(order.lines().stream().map(InvoiceLine::of).toList());
		return invoice;
	}

	/** Issues the credit note for some lines of an invoice. */
	static Invoice credit(InvoiceDetails details, Invoice invoice, List<InvoiceLine> lines, Instant now) {
		Invoice note = new Invoice(details, now);
		note.kind = InvoiceKind.CREDIT_NOTE;
		note.orderNumber = invoice.orderNumber;
		note.customerId = invoice.customerId;
		note.charge(lines);
		return note;
	}

	private void charge(List<InvoiceLine> charged) {
		this.lines = charged;
		this.currency = charged.get(0).unitPrice().currency();
		this.total = sum(InvoiceLine::total).add(sum(InvoiceLine::taxAmount));
	}

	private BigDecimal sum(Function<InvoiceLine, Money> amount) {
		return this.lines.stream().map((line) -> amount.apply(line).decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Adds the amount of a credit note. */
	RecordEvent credited(BigDecimal amount, Instant now) {
		this.credited = this.credited.add(amount);
		changed(now);
		return CREDITED;
	}

	/**
	 * Records that the customer was reminded once more.
	 * @throws ProblemException 409 if it is not due, credited, or was reminded often
	 * enough
	 */
	RecordEvent remind(LocalDate today, Instant now) {
		if (this.kind != InvoiceKind.INVOICE || !this.dueOn.isBefore(today) || fullyCredited()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "not-overdue",
					"Only an overdue invoice can be reminded of.");
		}
		if (this.dunningLevel >= MOST_REMINDERS) {
			throw ProblemException.of(HttpStatus.CONFLICT, "last-reminder",
					"The customer was reminded %d times.".formatted(MOST_REMINDERS));
		}
		this.dunningLevel++;
		changed(now);
		return REMINDED;
	}

	/** Refuses, since numbers have no gaps. */
	@Override
	public void delete(Instant now) {
		throw ProblemException.of(HttpStatus.CONFLICT, "issued",
				"An invoice can't be deleted; issue a credit note for it.");
	}

	@Override
	protected void apply(InvoiceDetails details) {
		this.series = Objects.requireNonNull(details.series());
		this.number = Objects.requireNonNull(details.number());
		this.orderId = Objects.requireNonNull(details.orderId());
		this.creditedInvoiceId = details.creditedInvoiceId();
		this.issuedOn = Objects.requireNonNull(details.issuedOn());
		this.dueOn = Objects.requireNonNull(details.dueOn());
		this.billTo = details.billTo();
		this.note = details.note();
		this.ownership = details.ownership();
	}

	@Override
	public InvoiceDetails details() {
		return new InvoiceDetails(this.orderId, this.creditedInvoiceId, creditedLines(), this.series, this.number,
				this.issuedOn, this.dueOn, this.billTo, this.note, Ownership.orNone(this.ownership));
	}

	private @Nullable List<CreditedLine> creditedLines() {
		return (this.creditedInvoiceId == null) ? null
				: this.lines.stream().map((line) -> new CreditedLine(line.lineNo(), line.quantity())).toList();
	}

	@Override
	public InvoiceView view() {
		return new InvoiceView(id(), version(), this.kind, details(), this.customerId, this.orderNumber, this.lines,
				money(sum(InvoiceLine::total)), money(sum(InvoiceLine::taxAmount)), money(this.total),
				money(this.credited), this.dunningLevel, createdAt(), updatedAt(), deletedAt());
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, this.currency).normalized();
	}

	UUID orderId() {
		return this.orderId;
	}

	boolean fullyCredited() {
		return this.credited.compareTo(this.total) >= 0;
	}

	InvoiceKind kind() {
		return this.kind;
	}

	String number() {
		return this.number;
	}

	LocalDate issuedOn() {
		return this.issuedOn;
	}

	LocalDate dueOn() {
		return this.dueOn;
	}

	BigDecimal total() {
		return this.total;
	}

	List<InvoiceLine> lines() {
		return this.lines;
	}

}
