package io.kehu.order.opportunity;

import java.util.Locale;

/**
 * The status of an opportunity. An open one is won or lost, and a closed one can be
 * reopened.
 */
enum OpportunityStatus {

	OPEN, WON, LOST;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
