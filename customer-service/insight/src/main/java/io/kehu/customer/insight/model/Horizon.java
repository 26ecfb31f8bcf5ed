package io.kehu.customer.insight.model;

/**
 * How far expectations look ahead.
 *
 * @param weeks the weeks in which purchases are expected
 * @param months the months of which the lifetime value consists
 * @param yearlyDiscount the rate by which a value in a year is worth less than today, for
 * example 0.1
 */
public record Horizon(int weeks, int months, double yearlyDiscount) {

	private static final double WEEKS_OF_A_MONTH = 365.25 / 12 / PurchaseHistory.WEEK;

	public Horizon {
		if (weeks < 1 || months < 1 || !(yearlyDiscount >= 0 && yearlyDiscount < 10)) {
			throw new IllegalArgumentException("A horizon needs weeks and months, and a discount of at least 0");
		}
	}

	static double weeksUntil(int month) {
		return month * WEEKS_OF_A_MONTH;
	}

	/** Returns what one at the end of a month is worth today. */
	double worth(int month) {
		return Math.pow(1 + this.yearlyDiscount, -month / 12.0);
	}

}
