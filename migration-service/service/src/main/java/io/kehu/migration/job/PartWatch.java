package io.kehu.migration.job;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobInterruptedException;

/**
 * Lets work that knows nothing of jobs tell how far it is, from any thread, and ends it
 * when the job shall stop.
 */
public final class PartWatch {

	private final PartRun part;

	private @Nullable JobInterruptedException stopped;

	/**
	 * Watch the work of a part.
	 * @param part who works
	 */
	public PartWatch(PartRun part) {
		this.part = part;
	}

	/**
	 * Tell that some of the work is done.
	 * @param more how much, in the unit of the job's total
	 * @throws CancellationException to end the work, again at each later call, since
	 * other threads may still be at work
	 */
	public synchronized void progress(long more) {
		if (this.stopped == null) {
			try {
				this.part.progress(more);
				return;
			}
			catch (JobInterruptedException ex) {
				this.stopped = ex;
			}
		}
		throw new CancellationException("The job shall stop");
	}

	/**
	 * Work while this watches.
	 * @param work what is done
	 * @return what it gives
	 * @throws JobInterruptedException when the job shall stop
	 * @throws Exception when the work fails
	 */
	public <T> T during(Callable<T> work) throws Exception {
		try {
			return work.call();
		}
		catch (CancellationException ex) {
			throw interruption(ex);
		}
	}

	private synchronized Exception interruption(CancellationException ended) {
		return (this.stopped != null) ? this.stopped : ended;
	}

}
