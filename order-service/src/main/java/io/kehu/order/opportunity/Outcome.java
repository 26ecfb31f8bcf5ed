package io.kehu.order.opportunity;

import java.util.Locale;

/**
 * How an opportunity ended.
 */
enum Outcome {

	WON, LOST;

	OpportunityStatus status() {
		return switch (this) {
			case WON -> OpportunityStatus.WON;
			case LOST -> OpportunityStatus.LOST;
		};
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
