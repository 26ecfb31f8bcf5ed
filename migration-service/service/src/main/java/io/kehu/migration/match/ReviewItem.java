package io.kehu.migration.match;

import io.kehu.migration.matching.PairExplanation;
import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * Two records of which a person should say whether they mean the same.
 *
 * @param number the pair's number in the queue, from 1, the likeliest first
 * @param left one record
 * @param right the other
 * @param probability how likely they mean the same
 * @param decision what was decided: same or different; absent when nobody has decided
 * @param explanation the match weight in bits, from the prior through each field
 */
@com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
record ReviewItem(long number, RecordReference left, RecordReference right, double probability,
		@Nullable String decision, PairExplanation explanation) {
}
