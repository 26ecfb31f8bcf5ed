package io.kehu.migration.profile;

import java.util.Arrays;

/**
 * Sorted numbers with how many each stands for, to be asked for ranks and quantiles.
 */
final class Weighted {

	private final double[] values;

	private final long[] cumulated;

	private Weighted(double[] values, long[] cumulated) {
		this.values = values;
		this.cumulated = cumulated;
	}

	static Weighted of(double[] values, long[] weights, Integer[] order) {
		double[] sorted = new double[order.length];
		long[] cumulated = new long[order.length];
		long sum = 0;
		for (int i = 0; i < order.length; i++) {
			sorted[i] = values[order[i]];
			sum += weights[order[i]];
			cumulated[i] = sum;
		}
		return new Weighted(sorted, cumulated);
	}

	long total() {
		return (this.cumulated.length == 0) ? 0 : this.cumulated[this.cumulated.length - 1];
	}

	/**
	 * Returns the smallest number that at least a share of all numbers do not exceed.
	 * @param share from 0 to 1
	 * @return the quantile, NaN when there are no numbers
	 */
	double quantile(double share) {
		if (this.values.length == 0) {
			return Double.NaN;
		}
		long rank = Math.max(1, (long) Math.ceil(share * total()));
		int place = Arrays.binarySearch(this.cumulated, rank);
		return this.values[(place >= 0) ? place : Math.min(-place - 1, this.values.length - 1)];
	}

	/** Returns how many numbers are below one. */
	long below(double value) {
		int low = 0;
		int high = this.values.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.values[middle] < value) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return (low == 0) ? 0 : this.cumulated[low - 1];
	}

	/** Returns how many numbers are above one. */
	long above(double value) {
		return total() - below(Math.nextUp(value));
	}

}
