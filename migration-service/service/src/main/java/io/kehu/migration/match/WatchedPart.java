package io.kehu.migration.match;

import java.util.EnumMap;
import java.util.Map;

import io.kehu.migration.job.PartRun;
import io.kehu.migration.matching.progress.LinkageWatch;

/**
 * Reports the phases of a linkage as the progress of its part.
 */
final class WatchedPart implements LinkageWatch {

	private final PartRun part;

	private final LinkageTask task;

	private final long records;

	private final Map<Phase, Long> told = new EnumMap<>(Phase.class);

	WatchedPart(PartRun part, LinkageTask task, long records) {
		this.part = part;
		this.task = task;
		this.records = records;
	}

	@Override
	public synchronized void reached(Phase phase, double share) {
		long before = this.told.getOrDefault(phase, 0L);
		long now = Math.max(before, (long) (share * this.task.work(phase, this.records)));
		this.told.put(phase, now);
		this.part.progress(now - before);
	}

}
