package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How much of an order was paid and refunded, independently of the status of the order
 * and of its fulfilment. It follows from the amounts alone: payments and refunds can be
 * corrected, so that every status can follow every other one.
 */
enum PaymentStatus {

	UNPAID, PARTIALLY_PAID, PAID, OVERPAID, PARTIALLY_REFUNDED, REFUNDED;

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
