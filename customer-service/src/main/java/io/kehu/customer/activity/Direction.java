package io.kehu.customer.activity;

import java.util.Locale;

/**
 * Whether a call or an e-mail came from the customer or went to it.
 */
enum Direction {

	INBOUND, OUTBOUND;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
