package io.kehu.migration.live;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a job that applies a linkage is to do.
 *
 * @param outputId the approved data set of merged rows
 * @param members the staged set of records by row of that data set
 * @param live the names of the sources that are live customers
 * @param fetchedAt when the live customers were fetched, the earliest ones; absent when
 * none were
 * @param systems the systems of external ids by the names of the other sources
 * @param kind what new customers are
 * @param columns the fields of customers by the names of columns
 */
record ApplicationTask(UUID outputId, String members, Set<String> live, @Nullable Instant fetchedAt,
		Map<String, String> systems, String kind, Map<String, String> columns) {
}
