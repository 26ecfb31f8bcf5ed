package io.kehu.migration.match;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.matching.blocking.CappedBlock;
import org.jspecify.annotations.Nullable;

/**
 * What a de-duplication or linkage job gave.
 *
 * @param dataSetId the data set without duplicates
 * @param read how many rows came in
 * @param kept how many went on
 * @param dropped how many left, by reason: none
 * @param merged how many became part of another
 * @param clusters how many groups of several records there are
 * @param review how many pairs a person should look at
 * @param capped which blocks of records were too large to be compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchResult(UUID dataSetId, long read, long kept, Map<String, Long> dropped, long merged,
		@Nullable Integer clusters, @Nullable Integer review, @Nullable List<CappedBlock> capped) {
}
