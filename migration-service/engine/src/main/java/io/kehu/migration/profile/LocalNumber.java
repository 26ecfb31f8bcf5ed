package io.kehu.migration.profile;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number as people of several countries write it: {@code 1,234.50}, {@code 1.234,50},
 * {@code 1 234,50}, {@code 1'234.50}, {@code 1e3}, {@code -5}, {@code 5-}, {@code (5)},
 * {@code 5 €}.
 *
 * @param value its value
 * @param whole whether it has no fraction
 * @param decimalComma whether a comma stands before its fraction
 */
record LocalNumber(double value, boolean whole, boolean decimalComma) {

	/** Digits that may be thousands and the rest. */
	private static final Pattern GROUP = Pattern.compile("[^\\d.,]*[1-9]\\d{0,2}[.,]\\d{3}[^\\d.,eE]*");

	static @Nullable LocalNumber of(String text) {
		String body = withoutCurrency(text);
		boolean negative = false;
		if (body.length() > 2 && body.charAt(0) == '(' && body.charAt(body.length() - 1) == ')') {
			negative = true;
			body = body.substring(1, body.length() - 1);
		}
		else if (body.length() > 1 && body.charAt(body.length() - 1) == '-') {
			body = body.replaceFirst("-{1,2}$", "");
			negative = ".,:".indexOf(body.charAt(body.length() - 1)) < 0;
			body = negative ? body : body.substring(0, body.length() - 1);
		}
		int comma = body.lastIndexOf(',');
		int point = body.lastIndexOf('.');
		boolean decimalComma = comma > point && !grouped(body, ',', comma);
		char decimal = decimalComma ? ',' : '.';
		if (!decimalComma && point > comma && comma < 0 && body.indexOf('.') != point) {
			decimal = 0;
		}
		String plain = plain(body, decimal);
		if (plain == null) {
			return null;
		}
		try {
			double value = Double.parseDouble(plain);
			boolean whole = plain.indexOf('.') < 0 && plain.indexOf('e') < 0;
			return Double.isFinite(value) ? new LocalNumber(negative ? -value : value, whole, decimalComma) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Returns the decimal mark that a number shows.
	 * @param text a number
	 * @return a point or a comma, a question mark if one stands where it may also
	 * separate thousands, or a blank if there is none
	 */
	static char mark(String text) {
		int point = text.lastIndexOf('.');
		int comma = text.lastIndexOf(',');
		if (point < 0 && comma < 0) {
			return ' ';
		}
		if (point >= 0 && comma >= 0) {
			return (point > comma) ? '.' : ',';
		}
		char mark = (point >= 0) ? '.' : ',';
		int place = Math.max(point, comma);
		if (text.indexOf(mark) != place) {
			return (mark == '.') ? ',' : '.';
		}
		return GROUP.matcher(text).matches() ? '?' : mark;
	}

	private static String withoutCurrency(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && ("$€£¥ ".indexOf(text.charAt(start)) >= 0)) {
			start++;
		}
		while (end > start && ("$€£¥ %".indexOf(text.charAt(end - 1)) >= 0)) {
			end--;
		}
		return text.substring(start, end);
	}

	/**
	 * Returns whether a mark stands before groups of three digits, more than once or as
	 * in 1,234.
	 */
	private static boolean grouped(String text, char mark, int last) {
		if (text.length() - last - 1 != 3 || text.charAt(0) == '0') {
			return false;
		}
		int first = text.indexOf(mark);
		return first != last || last <= 4;
	}

	/**
	 * Returns the number as the machine writes it, or null when separators stand where
	 * none may.
	 */
	private static @Nullable String plain(String text, char decimal) {
		StringBuilder plain = new StringBuilder();
		int sinceGroup = -1;
		boolean fraction = false;
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			boolean digit = symbol >= '0' && symbol <= '9';
			if (digit) {
				plain.append(symbol);
				sinceGroup += (sinceGroup >= 0) ? 1 : 0;
			}
			else if (symbol == decimal && !fraction) {
				if (sinceGroup >= 0 && sinceGroup != 3) {
					return null;
				}
				fraction = true;
				sinceGroup = -1;
				plain.append('.');
			}
			else if (symbol == '-' || symbol == '+' || symbol == 'e' || symbol == 'E') {
				plain.append(Character.toLowerCase(symbol));
			}
			else if (isGroup(symbol) && !fraction && i > 0 && (sinceGroup < 0 || sinceGroup == 3)) {
				sinceGroup = 0;
			}
			else {
				return null;
			}
		}
		return (sinceGroup < 0 || sinceGroup == 3) ? plain.toString() : null;
	}

	private static boolean isGroup(char symbol) {
		return symbol == ',' || symbol == '.' || symbol == ' ' || symbol == '\'' || symbol == '’' || symbol == '\u00A0'
				|| symbol == '\u202F';
	}

}
