package io.kehu.migration.clean.fill;

import java.util.Locale;

/**
 * How far two rows are from each other over the columns that both have.
 */
public enum Distance {

	/**
	 * Square root of the summed squares, scaled up for the columns that one of them lacks
	 * (Dixon, 1979); different categories are 1 apart.
	 */
	NAN_EUCLIDEAN,

	/**
	 * Mean of the absolute differences, as shares of the column's range; different
	 * categories are 1 apart (Gower, 1971).
	 */
	GOWER;

	/** What one column adds to the sum. */
	double term(double difference) {
		return switch (this) {
			case NAN_EUCLIDEAN -> difference * difference;
			case GOWER -> Math.abs(difference);
		};
	}

	/** The factor of the sum: it stands for the columns that are not shared. */
	double factor(int columns, int shared) {
		return switch (this) {
			case NAN_EUCLIDEAN -> (double) columns / shared;
			case GOWER -> 1.0 / shared;
		};
	}

	/** The distance itself, from the scaled sum. */
	double of(double scaled) {
		return switch (this) {
			case NAN_EUCLIDEAN -> Math.sqrt(scaled);
			case GOWER -> scaled;
		};
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
