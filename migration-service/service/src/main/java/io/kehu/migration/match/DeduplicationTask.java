package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * The task of a de-duplication job.
 *
 * @param sources the data sets
 * @param outputId the data set to create
 * @param columns the columns that must be equal, or similar; all if empty
 * @param method the method of the search
 * @param neighbourhood how neighbours are compared, or null for equal rows
 * @param ranges the number of key ranges in each pass
 */
record DeduplicationTask(List<MatchSource> sources, UUID outputId, List<String> columns, NewDeduplication.Method method,
		@Nullable SortedNeighbourhood neighbourhood, int ranges) {

	private static final long ROWS_PER_RANGE = 100_000;

	private static final int FEWEST_RANGES = 4;

	/** In all passes; each range is a file, and all are written at the same time. */
	private static final int MOST_RANGES = 64;

	/** Creates the task for a number of rows. */
	static DeduplicationTask of(List<MatchSource> sources, UUID outputId, NewDeduplication wanted, long rows) {
		SortedNeighbourhood neighbourhood = wanted.neighbourhood();
		int most = (neighbourhood != null) ? MOST_RANGES / neighbourhood.passes() : 0;
		int ranges = (int) Math.min(most, Math.max(FEWEST_RANGES, rows / ROWS_PER_RANGE));
		return new DeduplicationTask(sources, outputId, wanted.columnsOrAll(), wanted.methodOrUsual(), neighbourhood,
				ranges);
	}

	/** Returns the amount of work for a number of rows. */
	long work(long rows) {
		int searched = (this.neighbourhood != null) ? 2 + this.neighbourhood.passes() : DeduplicationJob.SHARES;
		return rows * (searched + 1);
	}

}
