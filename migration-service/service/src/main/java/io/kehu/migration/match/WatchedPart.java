package io.kehu.migration.match;

import java.util.EnumMap;
import java.util.Map;

import io.kehu.migration.job.PartWatch;
import io.kehu.migration.matching.progress.LinkageWatch;

/**
 * Makes the phases of a linkage the progress of its part of a job.
 */
final class WatchedPart implements LinkageWatch {

	private final PartWatch watch;

	private final LinkageTask task;

	private final long records;

	private final Map<Phase, Long> told = new EnumMap<>(Phase.class);

	WatchedPart(PartWatch watch, LinkageTask task, long records) {
		this.watch = watch;
		this.task = task;
		this.records = records;
	}

	@Override
	public synchronized void reached(Phase phase, double share) {
		long before = this.told.getOrDefault(phase, 0L);
		long now = Math.max(before, (long) (share * this.task.work(phase, this.records)));
		this.told.put(phase, now);
		this.watch.progress(now - before);
	}

}
