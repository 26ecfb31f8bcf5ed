package io.kehu.order.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How far a quote has come.
 *
 * @param revision the number of its present version, from 1
 * @param approvedDiscount the highest discount of a line that was approved, or null
 * @param reason why it was rejected or declined last, or null
 * @param sentAt when the present version was sent, or null
 * @param orderId the order that it has become, or null
 */
@Embeddable
record QuoteProgress(@Enumerated(EnumType.STRING) QuoteStatus status, int revision,
		@Nullable BigDecimal approvedDiscount, @Nullable String reason, @Nullable Instant sentAt,
		@Nullable UUID orderId, @Nullable String orderNumber) {

	QuoteProgress {
		approvedDiscount = (approvedDiscount != null) ? Decimals.plain(approvedDiscount) : null;
	}

	/** Returns that of a new quote. */
	static QuoteProgress begin() {
		return new QuoteProgress(QuoteStatus.DRAFT, 1, null, null, null, null, null);
	}

	/**
	 * Returns the progress with another status.
	 * @throws ProblemException 409 when there is no such transition
	 */
	QuoteProgress to(QuoteStatus wanted) {
		return new QuoteProgress(this.status.to(wanted), this.revision, this.approvedDiscount, this.reason, this.sentAt,
				this.orderId, this.orderNumber);
	}

	/**
	 * Checks the status.
	 * @param intent what can only be done in this status
	 * @throws ProblemException 409 unless the quote has it
	 */
	void check(QuoteStatus wanted, String intent) {
		if (this.status != wanted) {
			throw QuoteStatus.illegal(
					"You can't %s a quote that is %s, only one that is %s.".formatted(intent, this.status, wanted));
		}
	}

	QuoteProgress approved(BigDecimal discount) {
		return new QuoteProgress(this.status, this.revision, discount, null, this.sentAt, null, null);
	}

	QuoteProgress because(@Nullable String why) {
		return new QuoteProgress(this.status, this.revision, this.approvedDiscount, why, this.sentAt, null, null);
	}

	QuoteProgress sent(Instant now) {
		return new QuoteProgress(this.status, this.revision, this.approvedDiscount, null, now, null, null);
	}

	/** Returns the progress of another version, which needs approval again. */
	QuoteProgress revised(boolean counted) {
		return new QuoteProgress(this.status, this.revision + (counted ? 1 : 0), null, null, null, null, null);
	}

	QuoteProgress ordered(UUID order, String number) {
		return new QuoteProgress(this.status, this.revision, this.approvedDiscount, null, this.sentAt, order, number);
	}

}
