package io.kehu.customer.search;

import java.util.Locale;

/**
 * The kinds of record that are searched.
 */
enum SearchKind {

	CUSTOMER, CONTACT, LEAD, CASE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
