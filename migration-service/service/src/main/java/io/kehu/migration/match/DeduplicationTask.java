package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * What a de-duplication job is to do.
 *
 * @param sources the data sets
 * @param outputId the data set to be made
 * @param columns the columns that must be the same, or alike; none for all
 * @param method how duplicates are found
 * @param neighbourhood how neighbours are compared, null for exact duplicates
 * @param ranges in how many ranges of its key each pass is searched
 */
record DeduplicationTask(List<MatchSource> sources, UUID outputId, List<String> columns, NewDeduplication.Method method,
		@Nullable SortedNeighbourhood neighbourhood, int ranges) {

	private static final long ROWS_PER_RANGE = 100_000;

	private static final int FEWEST_RANGES = 4;

	/** In all passes; each is a file to be written at the same time. */
	private static final int MOST_RANGES = 64;

	/** What is to be done with so many rows. */
	static DeduplicationTask of(List<MatchSource> sources, UUID outputId, NewDeduplication wanted, long rows) {
		SortedNeighbourhood neighbourhood = wanted.neighbourhood();
		int most = (neighbourhood != null) ? MOST_RANGES / neighbourhood.passes() : 0;
		int ranges = (int) Math.min(most, Math.max(FEWEST_RANGES, rows / ROWS_PER_RANGE));
		return new DeduplicationTask(sources, outputId, wanted.columnsOrAll(), wanted.methodOrUsual(), neighbourhood,
				ranges);
	}

	/** How much work it is for so many rows, written out at the end. */
	long work(long rows) {
		int searched = (this.neighbourhood != null) ? 2 + this.neighbourhood.passes() : DeduplicationJob.SHARES;
		return rows * (searched + 1);
	}

}
