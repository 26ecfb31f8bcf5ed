package io.kehu.migration.clean.standardise;

/**
 * What stands before the decimals of a column's numbers.
 */
public enum DecimalMark {

	/** Found out from the column's own numbers. */
	BY_EVIDENCE,

	/** 1,234.50. */
	POINT,

	/** 1.234,50. */
	COMMA

}
