package io.kehu.customer.insight.model;

import java.util.Locale;

/**
 * What makes it likely that a customer will not buy again.
 */
public enum ChurnSign {

	/** The model considers it more likely that the customer is inactive. */
	PROBABLY_INACTIVE,

	/** The customer has been silent for more than twice its usual interval. */
	OVERDUE,

	/** The customer bought less than half as often as in the half year before. */
	BUYING_LESS;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
