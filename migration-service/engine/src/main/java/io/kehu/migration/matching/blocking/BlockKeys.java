package io.kehu.migration.matching.blocking;

import java.util.function.IntUnaryOperator;

/**
 * The keys of all records under all rules, those of a record side by side, so that
 * looking for an earlier rule that two records share touches little memory. A key of 0
 * means none.
 */
final class BlockKeys {

	private final int[][] keys;

	/**
	 * Creates keys that are all 0.
	 * @param records how many records there are
	 * @param rules how many rules there are
	 */
	BlockKeys(int records, int rules) {
		this.keys = new int[records][rules];
	}

	/** Returns how many records there are. */
	int records() {
		return this.keys.length;
	}

	/** Computes the keys under a rule. */
	void put(int rule, IntUnaryOperator key) {
		for (int record = 0; record < this.keys.length; record++) {
			this.keys[record][rule] = key.applyAsInt(record);
		}
	}

	/** Takes the key of a record under a rule away. */
	void clear(int record, int rule) {
		this.keys[record][rule] = 0;
	}

	/** Returns the key of a record under a rule. */
	int key(int record, int rule) {
		return this.keys[record][rule];
	}

	/** Returns whether two records share a key under any of the first rules. */
	boolean share(int rules, int left, int right) {
		int[] one = this.keys[left];
		int[] other = this.keys[right];
		for (int rule = 0; rule < rules; rule++) {
			if (one[rule] == other[rule] && one[rule] != 0) {
				return true;
			}
		}
		return false;
	}

}
