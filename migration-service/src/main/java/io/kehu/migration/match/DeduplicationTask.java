package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.duplicate.SortedNeighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * What a de-duplication job is to do.
 *
 * @param sources the data sets
 * @param outputId the data set to be made
 * @param columns the columns that must be the same, or alike; none for all
 * @param method how duplicates are found
 * @param neighbourhood how neighbours are compared, null for exact duplicates
 */
record DeduplicationTask(List<MatchSource> sources, UUID outputId, List<String> columns, NewDeduplication.Method method,
		@Nullable SortedNeighbourhood neighbourhood) {
}
