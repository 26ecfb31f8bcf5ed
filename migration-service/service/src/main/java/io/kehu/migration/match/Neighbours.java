package io.kehu.migration.match;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.migration.job.JobTask;
import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;

/**
 * The task of a neighbourhood search, and the names of its intermediate sets.
 *
 * @param job the job
 * @param task the task
 * @param how rows are sorted and compared
 */
record Neighbours(UUID job, DeduplicationTask task, SortedNeighbourhood how) {

	/** Returns whether a job is a neighbourhood search. */
	static boolean wanted(JobTask task) {
		return task.as(DeduplicationTask.class).neighbourhood() != null;
	}

	/** Returns the search of a job. */
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

	/** Returns the number of ranges in all passes. */
	int ranges() {
		return passes() * rangesPerPass();
	}

	/** Returns the name of an intermediate set. */
	String set(String what) {
		return "%s-near-%s".formatted(this.job, what);
	}

	/** Returns the indexes of the columns to compare. */
	int[] compared(List<String> columns) {
		return IntStream.range(0, columns.size())
			.filter((place) -> this.task.columns().isEmpty() || this.task.columns().contains(columns.get(place)))
			.toArray();
	}

}
