package io.kehu.order.payment;

import java.util.Locale;

/**
 * How a customer pays.
 */
enum PaymentMethod {

	TRANSFER, CARD, CASH, DEBIT, OTHER;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
