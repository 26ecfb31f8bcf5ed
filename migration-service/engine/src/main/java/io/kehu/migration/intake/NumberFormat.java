package io.kehu.migration.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a number format of a workbook shows of a number: a date, a duration, a number
 * filled up with zeros, or the number itself.
 */
final class NumberFormat {

	private static final String LITERALS = "-/ ()+.:";

	/** Texts, colours and languages, but not the brackets around elapsed time. */
	private static final Pattern NO_CODES = Pattern.compile("\"[^\"]*\"|\\[(?!(?:h+|m+|s+)\\])[^\\]]*\\]|\\\\.|_.",
			Pattern.CASE_INSENSITIVE);

	/** Fractions of a second. */
	private static final Pattern FRACTIONS = Pattern.compile("(s\\]?)[.,]0+");

	private NumberFormat() {
	}

	/**
	 * Whether a number format shows a date or a time, texts and colours in it left out.
	 */
	static boolean isDate(String format) {
		String codes = FRACTIONS.matcher(codes(format)).replaceAll("$1");
		if (codes.contains("general") || codes.contains("0") || codes.contains("#")) {
			return false;
		}
		return codes.indexOf('y') >= 0 || codes.indexOf('d') >= 0 || codes.indexOf('h') >= 0 || codes.contains("mm")
				|| codes.contains("ss");
	}

	/** Whether a format shows hours, minutes or seconds that go beyond a day. */
	static boolean isDuration(String format) {
		String codes = codes(format);
		return codes.contains("[h") || codes.contains("[m") || codes.contains("[s");
	}

	/** Whether a format of dates shows a time of day. */
	static boolean isTimed(String format) {
		String codes = codes(format);
		return codes.indexOf('h') >= 0 || codes.indexOf('s') >= 0;
	}

	/** Whether a format shows fractions of a second. */
	static boolean hasFractions(String format) {
		return FRACTIONS.matcher(codes(format)).find();
	}

	private static String codes(String format) {
		return NO_CODES.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
	}

	/**
	 * Writes a whole number as a format of zeros shows it, such as 01234 for 00000.
	 * @param digits the digits of the number
	 * @param format the format
	 * @return the number as shown, or the digits themselves when the format is another
	 */
	static String filled(String digits, String format) {
		StringBuilder mask = new StringBuilder();
		int zeros = 0;
		for (int i = 0; i < format.length() && format.charAt(i) != ';'; i++) {
			char code = format.charAt(i);
			switch (code) {
				case '0' -> {
					zeros++;
					mask.append('0');
				}
				case '\\' -> mask.append((++i < format.length()) ? format.charAt(i) : "");
				case '_', '*' -> i++;
				case '"' -> {
					int end = format.indexOf('"', i + 1);
					mask.append(format, i + 1, (end < 0) ? format.length() : end);
					i = (end < 0) ? format.length() : end;
				}
				case '[' -> i = Math.max(i, format.indexOf(']', i));
				default -> {
					if (LITERALS.indexOf(code) < 0 || code == '.') {
						return digits;
					}
					mask.append(code);
				}
			}
		}
		return (zeros < 2) ? digits : filled("0".repeat(Math.max(0, zeros - digits.length())) + digits, mask, zeros);
	}

	private static String filled(String digits, CharSequence mask, int zeros) {
		StringBuilder shown = new StringBuilder();
		int next = 0;
		for (int i = 0; i < mask.length(); i++) {
			if (mask.charAt(i) != '0') {
				shown.append(mask.charAt(i));
				continue;
			}
			int until = (next == 0) ? digits.length() - zeros + 1 : next + 1;
			shown.append(digits, next, until);
			next = until;
		}
		return shown.toString();
	}

}
