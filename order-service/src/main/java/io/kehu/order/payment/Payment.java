package io.kehu.order.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.money.Money;
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

/**
 * Money that was received from a customer.
 */
@Entity
@Guarded(table = "payment", read = "payment:read", write = "payment:write", delete = "payment:write")
class Payment extends DetailedRecord<PaymentDetails, PaymentView> {

	static final RecordEvent ALLOCATED = RecordEvent.of("allocated");

	static final RecordEvent REFUNDED = RecordEvent.of("refunded");

	private String reference;

	private BigDecimal amount;

	private String currency;

	@Enumerated(EnumType.STRING)
	private PaymentMethod method;

	private LocalDate receivedOn;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<Allocation> allocations;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<Refund> refunds;

	@Embedded
	private @Nullable Ownership ownership;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Payment() {
	}

	@SuppressWarnings("NullAway.Init")
	Payment(PaymentDetails details, Instant now) {
		super(now);
		apply(details);
	}

	/** Allocates a part that is left to an order. */
	RecordEvent allocate(Allocation allocation, Instant now) {
		return become(details().allocating(allocation), ALLOCATED, now);
	}

	/** Refunds a part. */
	RecordEvent refund(Refund refund, Instant now) {
		return become(details().refunding(refund), REFUNDED, now);
	}

	private RecordEvent become(PaymentDetails wanted, RecordEvent event, Instant now) {
		new PaymentSums(wanted).check();
		apply(wanted);
		changed(now);
		return event;
	}

	@Override
	protected void apply(PaymentDetails details) {
		this.reference = details.reference();
		this.amount = details.amount().decimal();
		this.currency = details.amount().currency();
		this.method = details.method();
		this.receivedOn = details.receivedOn();
		this.allocations = details.allocations();
		this.refunds = details.refunds();
		this.ownership = details.ownership();
	}

	@Override
	public PaymentDetails details() {
		return new PaymentDetails(this.reference, Money.of(this.amount, this.currency), this.method, this.receivedOn,
				this.allocations, this.refunds, Ownership.orNone(this.ownership));
	}

	@Override
	public PaymentView view() {
		PaymentDetails details = details();
		PaymentSums sums = new PaymentSums(details);
		return new PaymentView(id(), version(), details, sums.unallocated(), sums.refunded(), createdAt(), updatedAt(),
				deletedAt());
	}

	String reference() {
		return this.reference;
	}

	BigDecimal amount() {
		return this.amount;
	}

	LocalDate receivedOn() {
		return this.receivedOn;
	}

}
