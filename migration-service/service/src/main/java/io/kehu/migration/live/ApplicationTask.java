package io.kehu.migration.live;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The task of a job that applies a linkage.
 *
 * @param outputId the approved data set of merged rows
 * @param members the staged set of records by row of that data set
 * @param live the names of the sources that are live customers
 * @param fetchedAt the earliest time at which live customers were fetched; absent if none
 * were
 * @param systems the systems of external ids, by the name of the source
 * @param kind the kind of new customers
 * @param columns the fields of customers, by the name of the column
 */
record ApplicationTask(UUID outputId, String members, Set<String> live, @Nullable Instant fetchedAt,
		Map<String, String> systems, String kind, Map<String, String> columns) {
}
