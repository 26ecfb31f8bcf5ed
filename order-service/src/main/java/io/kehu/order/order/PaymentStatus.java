package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

/**
 * How much of an order was paid and refunded, and the transitions between the states.
 * They are independent of the status of the order and of its fulfilment.
 */
enum PaymentStatus {

	UNPAID, PARTIALLY_PAID, PAID, OVERPAID, PARTIALLY_REFUNDED, REFUNDED;

	/**
	 * The transition table. A payment that is withdrawn, and a change to the total of the
	 * order, lead back.
	 */
	private Set<PaymentStatus> next() {
		return switch (this) {
			case UNPAID, PARTIALLY_PAID, PAID, OVERPAID -> EnumSet.allOf(PaymentStatus.class);
			case PARTIALLY_REFUNDED, REFUNDED -> EnumSet.of(PAID, OVERPAID, PARTIALLY_REFUNDED, REFUNDED);
		};
	}

	/**
	 * Returns the wanted status.
	 * @throws ProblemException 409 when there is no such transition
	 */
	PaymentStatus to(PaymentStatus wanted) {
		if (this != wanted && !next().contains(wanted)) {
			throw OrderStatus.illegal("An order that is %s can't become %s.".formatted(this, wanted));
		}
		return wanted;
	}

	/**
	 * Returns the status of an order with these amounts.
	 * @param paid the sum of the payments, before refunds
	 */
	static PaymentStatus of(BigDecimal total, BigDecimal paid, BigDecimal refunded) {
		BigDecimal kept = paid.subtract(refunded);
		int compared = kept.compareTo(total);
		if (refunded.signum() > 0 && compared < 0) {
			return (kept.signum() == 0) ? REFUNDED : PARTIALLY_REFUNDED;
		}
		if (kept.signum() == 0 && total.signum() > 0) {
			return UNPAID;
		}
		return (compared == 0) ? PAID : (compared > 0) ? OVERPAID : PARTIALLY_PAID;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
