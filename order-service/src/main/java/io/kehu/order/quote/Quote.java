package io.kehu.order.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.order.order.OrderLineDetails;
import io.kehu.order.order.Quoted;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An offer to a customer, in several versions if need be.
 */
@Entity
@Guarded(table = "quote", read = "quote:read", write = "quote:write", delete = "quote:write")
class Quote extends DetailedRecord<QuoteDetails, QuoteView> {

	private static final int MOST_REVISIONS = 50;

	private String number;

	private UUID customerId;

	private @Nullable UUID opportunityId;

	@Embedded
	private QuoteProgress progress;

	private String currency;

	private LocalDate validUntil;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<String> recipient;

	private @Nullable String note;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<OrderLineDetails> lines;

	private BigDecimal total;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<QuoteRevision> revisions;

	@Embedded
	private @Nullable Ownership ownership;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Quote() {
	}

	@SuppressWarnings("NullAway.Init")
	Quote(QuoteDetails details, Instant now) {
		super(now);
		this.progress = QuoteProgress.begin();
		this.revisions = List.of();
		apply(details);
	}

	/** Asks for the approval of its discount. */
	QuoteEvent submit(Instant now) {
		return become(this.progress.to(QuoteStatus.PENDING), QuoteEvent.SUBMITTED, now);
	}

	/**
	 * Approves it.
	 * @param discount the highest discount of a line
	 */
	QuoteEvent approve(BigDecimal discount, Instant now) {
		return become(this.progress.to(QuoteStatus.APPROVED).approved(discount), QuoteEvent.APPROVED, now);
	}

	/** Refuses to approve it, so that it can be edited again. */
	QuoteEvent reject(@Nullable String reason, Instant now) {
		this.progress.check(QuoteStatus.PENDING, "reject");
		return become(this.progress.to(QuoteStatus.DRAFT).because(reason), QuoteEvent.REJECTED, now);
	}

	/**
	 * Records that the customer has it.
	 * @throws ProblemException 409 if it is not valid any more
	 */
	QuoteEvent send(LocalDate today, Instant now) {
		checkValid(today);
		return become(this.progress.to(QuoteStatus.SENT).sent(now), QuoteEvent.SENT, now);
	}

	/**
	 * Begins another version, which can be edited. If the customer had the present one,
	 * it is kept.
	 * @throws ProblemException 409 if it is a draft, or there are too many versions
	 */
	QuoteEvent revise(Instant now) {
		Instant sentAt = this.progress.sentAt();
		if (sentAt != null) {
			if (this.revisions.size() >= MOST_REVISIONS) {
				throw QuoteStatus.illegal("A quote has at most %d versions.".formatted(MOST_REVISIONS + 1));
			}
			List<QuoteRevision> all = new ArrayList<>(this.revisions);
			all.add(new QuoteRevision(this.progress.revision(), sentAt, this.validUntil, this.note,
					QuoteLineView.of(this.lines), money(this.total)));
			this.revisions = all;
		}
		return become(this.progress.to(QuoteStatus.DRAFT).revised(sentAt != null), QuoteEvent.REVISED, now);
	}

	/** Records that the customer does not want it. */
	QuoteEvent decline(@Nullable String reason, Instant now) {
		return become(this.progress.to(QuoteStatus.DECLINED).because(reason), QuoteEvent.DECLINED, now);
	}

	/**
	 * Checks that the customer can accept it.
	 * @throws ProblemException 409 if it was not sent, or is not valid any more
	 */
	void checkAcceptable(LocalDate today) {
		this.progress.to(QuoteStatus.ACCEPTED);
		checkValid(today);
	}

	/** Records the order that it has become. */
	QuoteEvent accept(UUID order, String orderNumber, Instant now) {
		return become(this.progress.to(QuoteStatus.ACCEPTED).ordered(order, orderNumber), QuoteEvent.ACCEPTED, now);
	}

	private QuoteEvent become(QuoteProgress next, QuoteEvent event, Instant now) {
		this.progress = next;
		changed(now);
		return event;
	}

	private void checkValid(LocalDate today) {
		if (this.validUntil.isBefore(today)) {
			throw ProblemException.conflict("/validUntil", "expired",
					"was %s; revise the quote".formatted(this.validUntil));
		}
	}

	/**
	 * Changes a draft. Owner and team can be changed at any time.
	 * @throws ProblemException 409 if it is not a draft
	 */
	@Override
	public boolean change(QuoteDetails details, Instant now) {
		if (!details.sameQuoteAs(details())) {
			this.progress.check(QuoteStatus.DRAFT, "change");
		}
		return super.change(details, now);
	}

	/**
	 * Assigns it to another customer after a merge, whatever its status.
	 */
	void reassign(UUID customer, Instant now) {
		this.customerId = customer;
		changed(now);
	}

	/**
	 * Deletes it.
	 * @throws ProblemException 409 if it was accepted
	 */
	@Override
	public void delete(Instant now) {
		if (this.progress.status() == QuoteStatus.ACCEPTED) {
			throw QuoteStatus.illegal("A quote that was accepted can't be deleted.");
		}
		super.delete(now);
	}

	@Override
	protected void apply(QuoteDetails details) {
		this.number = Objects.requireNonNull(details.number());
		this.customerId = details.customerId();
		this.opportunityId = details.opportunityId();
		this.currency = Objects.requireNonNull(details.currency());
		this.validUntil = Objects.requireNonNull(details.validUntil());
		this.recipient = details.recipient();
		this.note = details.note();
		this.lines = details.lines();
		this.ownership = details.ownership();
		List<QuoteLineView> priced = QuoteLineView.of(this.lines);
		this.total = sum(priced, QuoteLineView::total).add(sum(priced, QuoteLineView::taxAmount));
	}

	@Override
	public QuoteDetails details() {
		return new QuoteDetails(this.number, this.customerId, this.opportunityId, this.currency, this.validUntil,
				this.recipient, this.note, this.lines, Ownership.orNone(this.ownership));
	}

	private static BigDecimal sum(List<QuoteLineView> priced, Function<QuoteLineView, Money> amount) {
		return priced.stream().map((line) -> amount.apply(line).decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Override
	public QuoteView view() {
		List<QuoteLineView> priced = QuoteLineView.of(this.lines);
		return new QuoteView(id(), version(), this.number, this.customerId, this.opportunityId, this.progress.status(),
				this.progress.revision(), this.currency, this.validUntil, this.recipient, this.note, priced,
				money(sum(priced, QuoteLineView::total)), money(sum(priced, QuoteLineView::taxAmount)),
				money(this.total), this.progress.approvedDiscount(), this.progress.reason(), this.progress.sentAt(),
				this.progress.orderId(), this.progress.orderNumber(), this.revisions, Ownership.orNone(this.ownership),
				createdAt(), updatedAt(), deletedAt());
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, this.currency).normalized();
	}

	Quoted quoted() {
		return details().quoted();
	}

	QuoteProgress progress() {
		return this.progress;
	}

	String number() {
		return this.number;
	}

	LocalDate validUntil() {
		return this.validUntil;
	}

	BigDecimal total() {
		return this.total;
	}

}
