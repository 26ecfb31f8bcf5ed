package io.kehu.migration.matching;

/**
 * A match between a record and one of the source that it was linked against.
 *
 * @param record the record
 * @param known the record of that source which it matches best
 * @param weight match weight of the two in bits, with the prior
 */
public record SourceMatch(RecordReference record, RecordReference known, double weight) {

	/** Returns how likely both mean the same, on their own evidence alone. */
	public double probability() {
		return 1 / (1 + Math.pow(2, -this.weight));
	}

}
