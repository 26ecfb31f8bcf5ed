package io.kehu.migration.clean.standardise;

import java.util.Locale;

/**
 * How a column's dates of three numbers are read.
 */
public enum DateOrder {

	/** Found out from the column's own dates. */
	BY_EVIDENCE,

	/** 31/12/1999. */
	DAY_FIRST,

	/** 12/31/1999. */
	MONTH_FIRST,

	/** 99-12-31, with years of two digits. */
	YEAR_FIRST;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
