package io.kehu.migration.matching.exact;

/**
 * The first line of each key, by the key's hash: a table without objects.
 */
final class FirstLines {

	private static final int START = 1 << 12;

	/** By place the hash's two halves and the line; line 0 is none. */
	private long[] table = new long[3 * START];

	private int size;

	/**
	 * Returns back the line that is known for a hash, or else remember and give this one.
	 */
	long putIfAbsent(long high, long low, long line) {
		int place = place(high, low);
		if (this.table[place + 2] != 0) {
			return this.table[place + 2];
		}
		put(place, high, low, line);
		if (10L * ++this.size > 6L * (this.table.length / 3)) {
			grow();
		}
		return line;
	}

	private int place(long high, long low) {
		int mask = this.table.length / 3 - 1;
		int slot = (int) low & mask;
		while (this.table[3 * slot + 2] != 0 && (this.table[3 * slot] != high || this.table[3 * slot + 1] != low)) {
			slot = (slot + 1) & mask;
		}
		return 3 * slot;
	}

	private void put(int place, long high, long low, long line) {
		this.table[place] = high;
		this.table[place + 1] = low;
		this.table[place + 2] = line;
	}

	private void grow() {
		long[] old = this.table;
		this.table = new long[2 * old.length];
		for (int i = 0; i < old.length; i += 3) {
			if (old[i + 2] != 0) {
				put(place(old[i], old[i + 1]), old[i], old[i + 1], old[i + 2]);
			}
		}
	}

}
