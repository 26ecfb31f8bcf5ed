package io.kehu.customer.customer;

import java.util.Locale;

/**
 * The status of the business relationship with a customer.
 */
public enum CustomerStatus {

	PROSPECT, ACTIVE, INACTIVE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
