package io.kehu.platform.cache.model;

import io.kehu.platform.cache.model.Situation.Key;

/**
 * The keys of the situations seen so far, by open addressing in one array: millions of
 * them cost no garbage collection.
 */
final class SeenKeys {

	private static final int WIDTH = 3;

	private long[] table;

	private int size;

	SeenKeys() {
		this.table = new long[WIDTH << 16];
	}

	/** Adds a key, and returns whether it is a new one. */
	boolean add(Key key) {
		int place = place(key.shared(), key.lower(), key.higher());
		if (this.table[place] != 0) {
			return false;
		}
		store(place, key.shared(), key.lower(), key.higher());
		this.size++;
		if (this.size > this.table.length / WIDTH / 2) {
			grow();
		}
		return true;
	}

	private void store(int place, long shared, long lower, long higher) {
		this.table[place] = shared;
		this.table[place + 1] = lower;
		this.table[place + 2] = higher;
	}

	/**
	 * Returns where a key is, or the free place for it. No key has zero for the shared
	 * state.
	 */
	private int place(long shared, long lower, long higher) {
		int slots = this.table.length / WIDTH;
		long mixed = (((shared * 31) + lower) * 0x9E3779B97F4A7C15L + higher) * 0xC2B2AE3D27D4EB4FL;
		int slot = (int) (mixed >>> 33) & (slots - 1);
		int place = slot * WIDTH;
		while (this.table[place] != 0
				&& (this.table[place] != shared || this.table[place + 1] != lower || this.table[place + 2] != higher)) {
			place = (place + WIDTH) % this.table.length;
		}
		return place;
	}

	private void grow() {
		long[] old = this.table;
		this.table = new long[2 * old.length];
		for (int i = 0; i < old.length; i += WIDTH) {
			if (old[i] != 0) {
				store(place(old[i], old[i + 1], old[i + 2]), old[i], old[i + 1], old[i + 2]);
			}
		}
	}

}
