package io.kehu.migration.clean.standardise;

import java.util.Locale;

/**
 * What stands before the decimals of a column's numbers.
 */
public enum DecimalMark {

	/**
	 * Found out from the numbers of the column, or else from those of the other columns.
	 */
	BY_EVIDENCE,

	/** 1,234.50. */
	POINT,

	/** 1.234,50. */
	COMMA;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
