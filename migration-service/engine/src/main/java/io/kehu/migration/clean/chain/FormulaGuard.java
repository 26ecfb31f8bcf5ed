package io.kehu.migration.clean.chain;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts harmless to spreadsheets, which run what looks like a formula: an
 * apostrophe goes before it. Numbers with a sign stay as they are, since there is nothing
 * in them to run.
 */
public final class FormulaGuard {

	private static final String STARTS = "=+-@\t\r\n";

	private static final Pattern NUMBER = Pattern.compile("[+-]\\d+([.,]\\d+)*([eE][+-]?\\d+)?");

	private FormulaGuard() {
	}

	/** The text as it may stand in an export. */
	public static @Nullable String guard(@Nullable String text) {
		boolean formula = text != null && !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
		return (formula && !NUMBER.matches(text)) ? "'" + text : text;
	}

}
