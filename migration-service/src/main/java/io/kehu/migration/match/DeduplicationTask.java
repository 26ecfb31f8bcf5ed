package io.kehu.migration.match;

import java.util.List;
import java.util.UUID;

/**
 * What a de-duplication job is to do.
 *
 * @param sources the data sets
 * @param outputId the data set to be made
 * @param columns the columns that must be the same; none for all
 * @param method how duplicates are found
 */
record DeduplicationTask(List<MatchSource> sources, UUID outputId, List<String> columns,
		NewDeduplication.Method method) {
}
