package io.kehu.customer.customer;

import java.util.Locale;

/**
 * What a customer is.
 */
enum CustomerKind {

	COMPANY, PERSON;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
