package io.kehu.customer.consent;

import java.util.Locale;

/**
 * What a person has decided.
 */
enum ConsentDecision {

	GRANTED, WITHDRAWN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
