package io.kehu.migration.match;

import io.kehu.migration.matching.PairExplanation;
import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * A pair of records to review.
 *
 * @param number the number of the pair in the queue, starting from 1; the most probable
 * comes first
 * @param left one record
 * @param right the other
 * @param leftRecords how many records the first one stands for: those of its cluster
 * @param rightRecords how many the other one stands for; a decision holds for all
 * @param probability the probability that they match
 * @param decision the decision, same or different; absent if there is none
 * @param explanation the match weight in bits, from the prior through each field
 */
@com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
record ReviewItem(long number, RecordReference left, RecordReference right, int leftRecords, int rightRecords,
		double probability, @Nullable String decision, PairExplanation explanation) {
}
