package io.kehu.customer.support;

import java.util.Locale;

/**
 * The status of a case. {@link CaseStep} has the transitions.
 */
enum CaseStatus {

	NEW, OPEN, WAITING, RESOLVED, CLOSED;

	/** Returns whether clocks run: a case that waits for the customer pauses them. */
	boolean counts() {
		return this == NEW || this == OPEN;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
