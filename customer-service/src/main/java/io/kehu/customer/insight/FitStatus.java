package io.kehu.customer.insight;

import java.util.Locale;

/**
 * How far a fit is.
 */
enum FitStatus {

	/** It waits for its turn. */
	QUEUED,

	/** An instance works on it, or is going to resume it. */
	RUNNING,

	/** Its figures are complete. */
	COMPLETED,

	/** It was given up. */
	FAILED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
