package io.kehu.migration.match;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.matching.LinkageWarning;
import io.kehu.migration.matching.blocking.CappedBlock;
import org.jspecify.annotations.Nullable;

/**
 * The result of a de-duplication or linkage job.
 *
 * @param dataSetId the data set without duplicates
 * @param read the number of rows read
 * @param kept the number of rows kept
 * @param dropped the number of rows dropped by reason; always empty
 * @param merged the number of rows merged into others
 * @param clusters the number of clusters with more than one record
 * @param review the number of pairs to review
 * @param capped the blocks that were too large to compare all pairs
 * @param warnings what makes the result implausible, for a person to look at before using
 * it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchResult(UUID dataSetId, long read, long kept, Map<String, Long> dropped, long merged,
		@Nullable Integer clusters, @Nullable Integer review, @Nullable List<CappedBlock> capped,
		@Nullable List<LinkageWarning> warnings) {
}
