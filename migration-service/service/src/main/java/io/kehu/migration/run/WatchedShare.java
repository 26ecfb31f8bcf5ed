package io.kehu.migration.run;

import io.kehu.migration.clean.fill.RowShare;
import io.kehu.migration.job.PartWatch;

/**
 * The rows of a range of partitions, which one part of a look fills, and how far that is:
 * reading counts for one half, the rest for the other.
 */
final class WatchedShare implements RowShare {

	private final PartWatch watch;

	private final long from;

	private final long to;

	private final long rows;

	private long read;

	private long told;

	/**
	 * Watch a share.
	 * @param watch is told how far it is
	 * @param from its first row
	 * @param to the row behind it
	 * @param rows how many rows there are in all
	 */
	WatchedShare(PartWatch watch, long from, long to, long rows) {
		this.watch = watch;
		this.from = from;
		this.to = to;
		this.rows = rows;
	}

	@Override
	public boolean holds(int row) {
		return row >= this.from && row < this.to;
	}

	/** One more row, of all, is read. */
	void read() {
		note(++this.read / 2);
	}

	@Override
	public void reached(double done) {
		note((long) (this.rows * (1 + done) / 2));
	}

	private synchronized void note(long reached) {
		long more = Math.max(0, reached - this.told);
		this.told += more;
		this.watch.progress(more);
	}

}
