package io.kehu.customer.customer;

import java.util.Locale;

/**
 * Whether a customer is a company or a person.
 */
public enum CustomerKind {

	COMPANY, PERSON;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
