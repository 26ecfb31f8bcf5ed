package io.kehu.customer.lead;

import java.util.Locale;

/**
 * The status of a lead. {@link LeadStep} has the transitions.
 */
enum LeadStatus {

	NEW, CONTACTED, QUALIFIED, CONVERTED, LOST;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
