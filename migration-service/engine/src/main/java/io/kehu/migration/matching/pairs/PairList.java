package io.kehu.migration.matching.pairs;

import java.util.Arrays;

/**
 * A growing list of longs, for pairs by the million.
 */
public final class PairList {

	private long[] values = new long[64];

	private int size;

	public void add(long value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.size * 2);
		}
		this.values[this.size++] = value;
	}

	public void addAll(PairList other) {
		long[] more = other.values;
		for (int i = 0; i < other.size; i++) {
			add(more[i]);
		}
	}

	public int size() {
		return this.size;
	}

	public long get(int index) {
		return this.values[index];
	}

	/** Returns the smaller record number of a pair. */
	public int left(int index) {
		return (int) (this.values[index] >> 32);
	}

	/** Returns the larger record number of a pair. */
	public int right(int index) {
		return (int) this.values[index];
	}

	/** Returns two record numbers as one value, whatever their order. */
	public static long pair(int one, int other) {
		return (long) Math.min(one, other) << 32 | Math.max(one, other);
	}

	/** Sorts the values and leaves those out that occur before. */
	public void sortDistinct() {
		Arrays.parallelSort(this.values, 0, this.size);
		int kept = 0;
		for (int i = 0; i < this.size; i++) {
			if (kept == 0 || this.values[i] != this.values[kept - 1]) {
				this.values[kept++] = this.values[i];
			}
		}
		this.size = kept;
	}

}
