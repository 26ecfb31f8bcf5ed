package io.kehu.customer.support;

import java.util.Locale;

/**
 * How urgent a case is.
 */
enum Priority {

	LOW, NORMAL, HIGH, URGENT;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
