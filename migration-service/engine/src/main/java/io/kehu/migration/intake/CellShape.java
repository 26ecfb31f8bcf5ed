package io.kehu.migration.intake;

import java.util.regex.Pattern;

/**
 * What a field looks like at first sight, to tell a header from its data and one
 * delimiter from another.
 */
enum CellShape {

	EMPTY, NUMBER, DATE, ADDRESS, NAME, TEXT;

	private static final Pattern NUMBERS = Pattern
		.compile("[-+(]?[$€£¥]? ?\\d[\\d.,' ]{0,24}(?:[eE][-+]?\\d{1,3})?[%)€$£]?");

	private static final Pattern DATES = Pattern.compile(
			"\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)?(?:Z| ?[-+]\\d{2}:?\\d{2})?|\\d{1,2}:\\d{2}(?::\\d{2})?");

	private static final Pattern ADDRESSES = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}|https?://\\S{1,200}");

	private static final Pattern NAMES = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_ .\\-/#()?%]{0,63}");

	static CellShape of(String text) {
		String cell = text.strip();
		if (cell.isEmpty()) {
			return EMPTY;
		}
		if (cell.length() > 256) {
			return TEXT;
		}
		if (DATES.matcher(cell).matches()) {
			return DATE;
		}
		if (NUMBERS.matcher(cell).matches()) {
			return NUMBER;
		}
		if (ADDRESSES.matcher(cell).matches()) {
			return ADDRESS;
		}
		return NAMES.matcher(cell).matches() ? NAME : TEXT;
	}

	/** Whether a field of this shape cannot be the name of a column. */
	boolean data() {
		return this == NUMBER || this == DATE || this == ADDRESS;
	}

}
