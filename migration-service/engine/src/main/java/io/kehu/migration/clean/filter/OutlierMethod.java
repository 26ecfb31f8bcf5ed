package io.kehu.migration.clean.filter;

import java.util.Locale;

/**
 * Ways to tell outliers.
 */
public enum OutlierMethod {

	/** Further from the mean of the rows around than k of their standard deviations. */
	ROLLING_MEAN,

	/**
	 * Further from the median of the rows around than k times 1.4826 of their median
	 * absolute deviations (Hampel, 1974).
	 */
	HAMPEL,

	/** Further from the mean of all than k standard deviations. */
	Z_SCORE,

	/** Further outside the quartiles than k times their distance (Tukey, 1977). */
	QUARTILES;

	/** Standard deviations of normal values per median absolute deviation. */
	static final double DEVIATIONS_PER_MAD = 1.4826;

	/** The factor that is usual. */
	double usualFactor() {
		return (this == QUARTILES) ? 1.5 : 3;
	}

	boolean windowed() {
		return this == ROLLING_MEAN || this == HAMPEL;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
