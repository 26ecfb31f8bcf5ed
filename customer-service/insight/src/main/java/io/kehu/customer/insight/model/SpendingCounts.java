package io.kehu.customer.insight.model;

import java.util.Arrays;

/**
 * What the customers that bought again have spent, as the Gamma-Gamma model needs it.
 */
public final class SpendingCounts {

	private int[] repeats = new int[1024];

	private double[] means = new double[1024];

	private int size;

	/**
	 * Adds a customer; one without repeat purchases, or whose purchases were for free,
	 * says nothing about the distribution of values and is left out.
	 * @param purchases the number of repeat purchases
	 * @param mean their mean value
	 */
	public SpendingCounts add(int purchases, double mean) {
		if (purchases > 0 && mean > 0) {
			if (this.size == this.repeats.length) {
				this.repeats = Arrays.copyOf(this.repeats, 2 * this.size);
				this.means = Arrays.copyOf(this.means, 2 * this.size);
			}
			this.repeats[this.size] = purchases;
			this.means[this.size++] = mean;
		}
		return this;
	}

	/** Returns the number of customers. */
	public int customers() {
		return this.size;
	}

	int repeats(int customer) {
		return this.repeats[customer];
	}

	double mean(int customer) {
		return this.means[customer];
	}

	double meanOfMeans() {
		return Arrays.stream(this.means, 0, this.size).average().orElse(Double.NaN);
	}

	/**
	 * Returns the correlation between the number and the mean value of purchases. The
	 * model assumes that there is none.
	 */
	public double correlation() {
		double countMean = Arrays.stream(this.repeats, 0, this.size).average().orElse(Double.NaN);
		double valueMean = meanOfMeans();
		double both = 0;
		double counts = 0;
		double values = 0;
		for (int customer = 0; customer < this.size; customer++) {
			double count = this.repeats[customer] - countMean;
			double value = this.means[customer] - valueMean;
			both += count * value;
			counts += count * count;
			values += value * value;
		}
		return both / Math.sqrt(counts * values);
	}

}
