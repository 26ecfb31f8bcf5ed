package io.kehu.migration.matching.blocking;

import java.util.Arrays;

import io.kehu.migration.matching.blocking.Blocks.PairChoice;
import io.kehu.migration.matching.blocking.Blocks.PairVisitor;

/**
 * Blocks too large to compare all pairs: each record is compared with the next ones in an
 * order (sorted neighbourhood, Hernández and Stolfo 1995).
 */
final class LargeBlocks {

	private static final int FEW = 200_000;

	private static final int WINDOW = 10;

	private static final int NARROW = 3;

	private final int[] rows;

	private final int[] keys;

	private final int window;

	/**
	 * Orders the records of blocks.
	 * @param keyed key and record of each
	 * @param order the orders of all records
	 * @param which the order to take
	 */
	LargeBlocks(long[] keyed, RecordOrder order, int which) {
		long[] sorted = new long[keyed.length];
		for (int i = 0; i < sorted.length; i++) {
			sorted[i] = (keyed[i] & 0xFFFFFFFF00000000L) | order.rank(which, (int) keyed[i]);
		}
		Arrays.parallelSort(sorted);
		this.rows = new int[sorted.length];
		this.keys = new int[sorted.length];
		for (int i = 0; i < sorted.length; i++) {
			this.keys[i] = (int) (sorted[i] >> 32);
			this.rows[i] = order.row(which, (int) sorted[i]);
		}
		this.window = (order.rows() > FEW) ? NARROW : WINDOW;
	}

	int size() {
		return this.rows.length;
	}

	/** Returns how many pairs are compared at most. */
	long pairs() {
		return (long) this.window * this.rows.length;
	}

	/** Visits the pairs of neighbours in a stretch. */
	void visit(int from, int to, PairChoice choice, PairVisitor visitor) {
		for (int i = from; i < to; i++) {
			if (choice.isKey(this.keys[i])) {
				int end = Math.min(this.rows.length, i + 1 + this.window);
				for (int j = i + 1; j < end && this.keys[j] == this.keys[i]; j++) {
					if (choice.isPair(this.rows[i], this.rows[j])) {
						visitor.visit(this.rows[i], this.rows[j]);
					}
				}
			}
		}
	}

}
