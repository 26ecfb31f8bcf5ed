package io.kehu.migration.matching;

/**
 * What a person has decided about two records; it outweighs all evidence on every later
 * run.
 *
 * @param left a record
 * @param right another
 * @param same whether both mean the same entity
 */
public record Decision(RecordReference left, RecordReference right, boolean same) {

	/** Both mean the same entity. */
	public static Decision same(RecordReference left, RecordReference right) {
		return new Decision(left, right, true);
	}

	/** The two mean different entities. */
	public static Decision different(RecordReference left, RecordReference right) {
		return new Decision(left, right, false);
	}

}
