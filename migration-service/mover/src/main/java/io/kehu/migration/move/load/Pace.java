package io.kehu.migration.move.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Keeps to a speed, to spare the source.
 */
final class Pace {

	private final double perSecond;

	private final long begun = System.nanoTime();

	private long rows;

	/**
	 * Creates a pace.
	 * @param perSecond the speed of a table, or 0 without a limit
	 * @param partitions the number of partitions that share it
	 */
	Pace(long perSecond, int partitions) {
		this.perSecond = (double) perSecond / partitions;
	}

	/** Waits until that many more rows are due. */
	void rows(long more) {
		if (this.perSecond <= 0.0) {
			return;
		}
		this.rows += more;
		long due = this.begun + Math.round(this.rows * 1e9 / this.perSecond);
		long left = due - System.nanoTime();
		while (left > 0 && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(left);
			left = due - System.nanoTime();
		}
	}

}
