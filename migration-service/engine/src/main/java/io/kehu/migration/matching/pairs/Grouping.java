package io.kehu.migration.matching.pairs;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Items sorted by a key, so that those with equal keys are adjacent.
 */
public final class Grouping {

	private static final int[] NONE = new int[0];

	private final long[] sorted;

	private final int[] starts;

	private Grouping(long[] sorted, int[] starts) {
		this.sorted = sorted;
		this.starts = starts;
	}

	/**
	 * Groups the items 0 to {@code items - 1}.
	 * @param items how many
	 * @param key a key, 0 or more, of each item
	 * @return the groups in the order of their keys
	 */
	public static Grouping of(int items, IntUnaryOperator key) {
		long[] sorted = new long[items];
		for (int item = 0; item < items; item++) {
			sorted[item] = (long) key.applyAsInt(item) << 32 | item;
		}
		Arrays.parallelSort(sorted);
		int[] starts = new int[items + 1];
		int groups = 0;
		for (int i = 0; i < items; i++) {
			if (i == 0 || sorted[i] >> 32 != sorted[i - 1] >> 32) {
				starts[groups++] = i;
			}
		}
		starts[groups] = items;
		return new Grouping(sorted, Arrays.copyOf(starts, groups + 1));
	}

	public int groups() {
		return this.starts.length - 1;
	}

	public int key(int group) {
		return (int) (this.sorted[this.starts[group]] >> 32);
	}

	public int size(int group) {
		return this.starts[group + 1] - this.starts[group];
	}

	public int item(int group, int index) {
		return (int) this.sorted[this.starts[group] + index];
	}

	/** Returns the items of a group, in order. */
	public int[] group(int group) {
		int[] items = new int[size(group)];
		for (int i = 0; i < items.length; i++) {
			items[i] = item(group, i);
		}
		return items;
	}

	/** Returns the items of a key, none when no item has it. */
	public int[] groupOf(int key) {
		int low = 0;
		int high = groups() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			if (key(middle) == key) {
				return group(middle);
			}
			if (key(middle) < key) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return NONE;
	}

}
