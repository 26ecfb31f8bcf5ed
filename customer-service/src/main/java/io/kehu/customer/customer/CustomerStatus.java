package io.kehu.customer.customer;

import java.util.Locale;

/**
 * Where a customer stands.
 */
enum CustomerStatus {

	PROSPECT, ACTIVE, INACTIVE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
