package io.kehu.deploy.benchmark;

import java.util.Arrays;

/**
 * Measured times in nanoseconds and their statistics.
 */
final class Figures {

	private static final double MILLISECOND = 1e6;

	private long[] values = new long[1024];

	private int count;

	void add(long nanoseconds) {
		if (this.count == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.count);
		}
		this.values[this.count++] = nanoseconds;
	}

	void addAll(Figures others) {
		for (int i = 0; i < others.count; i++) {
			add(others.values[i]);
		}
	}

	int count() {
		return this.count;
	}

	/** Returns a quantile in milliseconds, or 0 if nothing was measured. */
	double quantile(double share) {
		if (this.count == 0) {
			return 0;
		}
		long[] sorted = Arrays.copyOf(this.values, this.count);
		Arrays.sort(sorted);
		return sorted[(int) Math.min(this.count - 1L, Math.round(share * this.count))] / MILLISECOND;
	}

}
