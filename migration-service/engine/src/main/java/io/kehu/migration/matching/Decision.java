package io.kehu.migration.matching;

/**
 * A reviewer's decision about two records; it outweighs all evidence in every later run.
 *
 * @param left a record
 * @param right another
 * @param same whether both mean the same entity
 */
public record Decision(RecordReference left, RecordReference right, boolean same) {

	/** Returns the decision that both records describe the same entity. */
	public static Decision same(RecordReference left, RecordReference right) {
		return new Decision(left, right, true);
	}

	/** Returns the two mean different entities. */
	public static Decision different(RecordReference left, RecordReference right) {
		return new Decision(left, right, false);
	}

}
