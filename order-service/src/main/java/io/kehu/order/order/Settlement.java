package io.kehu.order.order;

import java.math.BigDecimal;

import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order and refunded, in its currency.
 *
 * @param paid the sum of the payments, before refunds
 */
@Embeddable
record Settlement(BigDecimal paid, BigDecimal refunded, @Enumerated(EnumType.STRING) PaymentStatus paymentStatus) {

	/**
	 * Returns the settlement of an order with other lines.
	 * @param present the settlement so far, or null if the order is new
	 * @param currency its currency so far
	 * @throws ProblemException 409 if it was paid in another currency
	 */
	static Settlement of(@Nullable Settlement present, String currency, PricedLines lines) {
		if (present == null) {
			return new Settlement(BigDecimal.ZERO, BigDecimal.ZERO,
					PaymentStatus.of(lines.total(), BigDecimal.ZERO, BigDecimal.ZERO));
		}
		if (present.paid().signum() > 0 && !lines.currency().equals(currency)) {
			throw ProblemException.conflict("/lines", "currency_mismatch",
					"the order was paid in %s".formatted(currency));
		}
		return present.with(present.paid(), present.refunded(), lines.total());
	}

	/** Returns the settlement of these amounts. */
	Settlement with(BigDecimal newPaid, BigDecimal newRefunded, BigDecimal total) {
		return new Settlement(newPaid, newRefunded, PaymentStatus.of(total, newPaid, newRefunded));
	}

}
