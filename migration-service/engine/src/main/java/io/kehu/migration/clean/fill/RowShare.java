package io.kehu.migration.clean.fill;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rows that are looked at for their own sake, where others do the rest, and how far
 * that is.
 */
public interface RowShare {

	/** All rows, watched by nobody. */
	RowShare ALL = new RowShare() {

		@Override
		public boolean holds(int row) {
			return true;
		}

		@Override
		public void reached(double done) {
		}

	};

	/** Whether a row is among them. */
	boolean holds(int row);

	/**
	 * Reports progress. Called frequently and by several threads, so that a smaller share
	 * may follow a larger one.
	 * @param done the share of the work that is done, from 0 to 1
	 * @throws java.util.concurrent.CancellationException to end the work, which throws it
	 * on
	 */
	void reached(double done);

	/** Tells of each of some pieces of work, from any thread. */
	default Runnable counting(int pieces) {
		AtomicInteger done = new AtomicInteger();
		return () -> reached((double) done.incrementAndGet() / pieces);
	}

}
