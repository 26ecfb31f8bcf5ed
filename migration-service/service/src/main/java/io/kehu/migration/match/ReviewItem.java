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
 * @param leftKnown the known record, such as a live customer, that the first one belongs
 * to; absent if there is none
 * @param rightKnown the known record that the other one belongs to; if it is another one,
 * the decision that both are the same moves records from one to the other
 * @param probability the probability that they match
 * @param decision the decision, same or different; absent if there is none
 * @param explanation the match weight in bits, from the prior through each field
 */
@com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
record ReviewItem(long number, RecordReference left, RecordReference right, int leftRecords, int rightRecords,
		@Nullable RecordReference leftKnown, @Nullable RecordReference rightKnown, double probability,
		@Nullable String decision, PairExplanation explanation) {

	/** Returns what the decision that both are the same does to known records. */
	String move() {
		return ("%s belongs to the known record %s and %s to %s. Known records are never merged: if both are the same,"
				+ " records leave one of these for the other. Confirm that with confirmed, or decide that they differ.")
			.formatted(name(this.left), name(this.leftKnown), name(this.right), name(this.rightKnown));
	}

	private static String name(@Nullable RecordReference record) {
		return (record != null) ? record.source() + ":" + record.key() : "none";
	}

	/** Returns whether both belong to known records, which are never merged. */
	boolean isBetweenKnown() {
		return this.leftKnown != null && this.rightKnown != null && !this.leftKnown.equals(this.rightKnown);
	}

}
