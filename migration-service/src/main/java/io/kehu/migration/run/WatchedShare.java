package io.kehu.migration.run;

import java.util.concurrent.CancellationException;

import io.kehu.migration.clean.fill.RowShare;
import io.kehu.migration.job.PartRun;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobInterruptedException;

/**
 * The rows of a range of partitions, which one part of a look fills; tells how far the
 * part is, and ends it when the job shall stop. Reading counts for one half, the rest for
 * the other.
 */
final class WatchedShare implements RowShare {

	private final PartRun part;

	private final long from;

	private final long to;

	private final long rows;

	private long read;

	private long told;

	private @Nullable JobInterruptedException stopped;

	/**
	 * Watch a share.
	 * @param part who works on it
	 * @param from its first row
	 * @param to the row behind it
	 * @param rows how many rows there are in all
	 */
	WatchedShare(PartRun part, long from, long to, long rows) {
		this.part = part;
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
		if (this.stopped == null) {
			long now = Math.max(this.told, reached);
			try {
				this.part.progress(now - this.told);
				this.told = now;
				return;
			}
			catch (JobInterruptedException ex) {
				this.stopped = ex;
			}
		}
		throw new CancellationException("The look shall end");
	}

	/** Why the work was ended: that the job shall stop, else what was thrown. */
	synchronized Exception reason(CancellationException ended) {
		return (this.stopped != null) ? this.stopped : ended;
	}

}
