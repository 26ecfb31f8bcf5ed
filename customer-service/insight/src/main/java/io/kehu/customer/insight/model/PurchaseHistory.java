package io.kehu.customer.insight.model;

/**
 * When a customer has bought, as far as the BG/NBD model needs it. Everything bought on
 * one day is one purchase.
 *
 * @param repeats the number of purchases after the first
 * @param lastDay the days from the first purchase to the last
 * @param age the days from the first purchase to the day of the data
 */
public record PurchaseHistory(int repeats, int lastDay, int age) {

	/** The days of a week, the unit of the models. */
	static final double WEEK = 7;

	/** Bounds each component, so that all three fit into one number. */
	static final int MOST = (1 << 20) - 1;

	public PurchaseHistory {
		boolean possible = (repeats == 0) ? lastDay == 0 : lastDay >= repeats;
		if (repeats < 0 || !possible || age < lastDay || age > MOST) {
			throw new IllegalArgumentException(
					"%d repeat purchases until day %d of %d are not possible".formatted(repeats, lastDay, age));
		}
	}

	/** Returns the days since the last purchase. */
	public int silence() {
		return this.age - this.lastDay;
	}

}
