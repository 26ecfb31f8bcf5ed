package io.kehu.migration.match;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import io.kehu.migration.job.PartRun;
import io.kehu.migration.linkage.LinkageWatch;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobInterruptedException;

/**
 * Lets a linkage tell how far its part of a job is, and ends it when the job shall stop.
 */
final class WatchedPart implements LinkageWatch {

	private final PartRun part;

	private final LinkageTask task;

	private final long records;

	private final Map<Phase, Long> told = new EnumMap<>(Phase.class);

	private @Nullable JobInterruptedException stopped;

	WatchedPart(PartRun part, LinkageTask task, long records) {
		this.part = part;
		this.task = task;
		this.records = records;
	}

	@Override
	public synchronized void reached(Phase phase, double share) {
		if (this.stopped == null) {
			long before = this.told.getOrDefault(phase, 0L);
			long now = Math.max(before, (long) (share * this.task.work(phase, this.records)));
			this.told.put(phase, now);
			try {
				this.part.progress(now - before);
				return;
			}
			catch (JobInterruptedException ex) {
				this.stopped = ex;
			}
		}
		throw new CancellationException("The linkage shall end");
	}

	/**
	 * Work while this watches.
	 * @throws JobInterruptedException when the job shall stop
	 * @throws Exception when the work fails
	 */
	<T> T during(Callable<T> work) throws Exception {
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
