package io.kehu.migration.match;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.migration.job.JobTask;
import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;

/**
 * What a job that searches among neighbours is to do, and where its stages leave things
 * for each other.
 *
 * @param job the job
 * @param task what is to be done
 * @param how rows are sorted and compared
 */
record Neighbours(UUID job, DeduplicationTask task, SortedNeighbourhood how) {

	/** Whether a job searches among neighbours. */
	static boolean wanted(JobTask task) {
		return task.as(DeduplicationTask.class).neighbourhood() != null;
	}

	/** The search of a job that wants one. */
	static Neighbours of(JobTask task) {
		DeduplicationTask wanted = task.as(DeduplicationTask.class);
		return new Neighbours(task.jobId(), wanted, Objects.requireNonNull(wanted.neighbourhood()));
	}

	int passes() {
		return this.how.passes();
	}

	int rangesPerPass() {
		return this.task.ranges();
	}

	/** The ranges of all passes. */
	int ranges() {
		return passes() * rangesPerPass();
	}

	/** The set of something that stages leave for each other. */
	String set(String what) {
		return "%s-near-%s".formatted(this.job, what);
	}

	/** The places of the columns whose likeness counts. */
	int[] compared(List<String> columns) {
		return IntStream.range(0, columns.size())
			.filter((place) -> this.task.columns().isEmpty() || this.task.columns().contains(columns.get(place)))
			.toArray();
	}

}
