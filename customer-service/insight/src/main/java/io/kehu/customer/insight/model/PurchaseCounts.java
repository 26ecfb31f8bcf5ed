package io.kehu.customer.insight.model;

import java.util.Arrays;

/**
 * The sufficient statistics of the BG/NBD model: how many customers have each history.
 */
public final class PurchaseCounts {

	private static final int BITS = 20;

	private final int[] repeats;

	private final int[] lastDays;

	private final int[] ages;

	private final int[] customers;

	private PurchaseCounts(int[] repeats, int[] lastDays, int[] ages, int[] customers) {
		this.repeats = repeats;
		this.lastDays = lastDays;
		this.ages = ages;
		this.customers = customers;
	}

	/** Returns the number of different histories. */
	public int size() {
		return this.customers.length;
	}

	/** Returns the number of customers. */
	public long customers() {
		return Arrays.stream(this.customers).asLongStream().sum();
	}

	/** Returns the number of customers that have bought on more than one day. */
	public long repeatCustomers() {
		long found = 0;
		for (int group = 0; group < size(); group++) {
			found += (this.repeats[group] > 0) ? this.customers[group] : 0;
		}
		return found;
	}

	/** Returns the number of purchases after the first of each customer. */
	public long repeatPurchases() {
		long found = 0;
		for (int group = 0; group < size(); group++) {
			found += (long) this.repeats[group] * this.customers[group];
		}
		return found;
	}

	/** Returns the age of the oldest customer in days, 0 without customers. */
	public int oldest() {
		return Arrays.stream(this.ages).max().orElse(0);
	}

	int mostRepeats() {
		return Arrays.stream(this.repeats).max().orElse(0);
	}

	/**
	 * Returns the number of weeks for which all customers together have been observed.
	 */
	double weeks() {
		double days = 0;
		for (int group = 0; group < size(); group++) {
			days += (double) this.ages[group] * this.customers[group];
		}
		return days / PurchaseHistory.WEEK;
	}

	int repeats(int group) {
		return this.repeats[group];
	}

	int lastDay(int group) {
		return this.lastDays[group];
	}

	int age(int group) {
		return this.ages[group];
	}

	int customers(int group) {
		return this.customers[group];
	}

	/**
	 * Counts histories, in 8 bytes for each customer.
	 */
	public static final class Builder {

		private long[] keys = new long[1024];

		private int size;

		/** Adds a customer. */
		public Builder add(PurchaseHistory history) {
			if (this.size == this.keys.length) {
				this.keys = Arrays.copyOf(this.keys, 2 * this.size);
			}
			this.keys[this.size++] = key(history);
			return this;
		}

		private static long key(PurchaseHistory history) {
			return ((long) history.repeats() << (2 * BITS)) | ((long) history.lastDay() << BITS) | history.age();
		}

		/** Returns the history of a customer, in the order in which they were added. */
		PurchaseHistory history(int customer) {
			return history(this.keys[customer]);
		}

		private static PurchaseHistory history(long key) {
			return new PurchaseHistory((int) (key >>> (2 * BITS)), (int) (key >>> BITS) & PurchaseHistory.MOST,
					(int) key & PurchaseHistory.MOST);
		}

		int size() {
			return this.size;
		}

		/** Returns the counts. */
		public PurchaseCounts build() {
			long[] sorted = Arrays.copyOf(this.keys, this.size);
			Arrays.sort(sorted);
			int[] starts = new int[this.size];
			int groups = 0;
			for (int place = 0; place < sorted.length; place++) {
				if (place == 0 || sorted[place] != sorted[place - 1]) {
					starts[groups++] = place;
				}
			}
			PurchaseCounts counts = new PurchaseCounts(new int[groups], new int[groups], new int[groups],
					new int[groups]);
			for (int group = 0; group < groups; group++) {
				int end = (group + 1 < groups) ? starts[group + 1] : this.size;
				PurchaseHistory history = history(sorted[starts[group]]);
				counts.repeats[group] = history.repeats();
				counts.lastDays[group] = history.lastDay();
				counts.ages[group] = history.age();
				counts.customers[group] = end - starts[group];
			}
			return counts;
		}

	}

}
