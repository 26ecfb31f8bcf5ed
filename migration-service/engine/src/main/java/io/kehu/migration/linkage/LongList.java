package io.kehu.migration.linkage;

import java.util.Arrays;

/**
 * A growing list of longs, for pairs by the million.
 */
final class LongList {

	private long[] values = new long[64];

	private int size;

	void add(long value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.size * 2);
		}
		this.values[this.size++] = value;
	}

	void addAll(LongList other) {
		long[] more = other.values;
		for (int i = 0; i < other.size; i++) {
			add(more[i]);
		}
	}

	int size() {
		return this.size;
	}

	long get(int index) {
		return this.values[index];
	}

	void sort() {
		Arrays.parallelSort(this.values, 0, this.size);
	}

}
