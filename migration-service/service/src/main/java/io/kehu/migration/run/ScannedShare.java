package io.kehu.migration.run;

import io.kehu.migration.clean.fill.RowShare;
import io.kehu.migration.job.PartRun;

/**
 * The rows that a part of a full scan fills, and its progress: reading counts for one
 * half, and the rest for the other.
 */
final class ScannedShare implements RowShare {

	private final PartRun part;

	private final long from;

	private final long to;

	private final long rows;

	private long read;

	private long told;

	/**
	 * Creates a share.
	 * @param part the part that fills it
	 * @param from the first row, inclusive
	 * @param to the last row, exclusive
	 * @param rows the number of all rows
	 */
	ScannedShare(PartRun part, long from, long to, long rows) {
		this.part = part;
		this.from = from;
		this.to = to;
		this.rows = rows;
	}

	@Override
	public boolean holds(int row) {
		return row >= this.from && row < this.to;
	}

	/** Reports that another of all rows was read. */
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
		this.part.progress(more);
	}

}
