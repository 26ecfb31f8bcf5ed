package io.kehu.migration.clean.chain;

import org.jspecify.annotations.Nullable;

/**
 * Makes texts harmless to spreadsheets, which run what looks like a formula: an
 * apostrophe goes before it.
 */
public final class FormulaGuard {

	private static final String STARTS = "=+-@\t\r\n";

	private FormulaGuard() {
	}

	/** The text as it may stand in an export. */
	public static @Nullable String guard(@Nullable String text) {
		boolean formula = text != null && !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}

}
