package io.kehu.migration.matching.field;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.migration.matching.text.NormalForms;
import org.jspecify.annotations.Nullable;

/**
 * Reads days leniently: an impossible day such as 1859-83-01 is a typing error to be
 * compared digit by digit, not a missing value.
 */
final class Dates {

	private static final Pattern YEAR_FIRST = Pattern
		.compile("([0-9]{4})(?:[-/. ]?([0-9]{2})[-/. ]?([0-9]{2})|[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2}))(?:[T ].*)?");

	private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");

	private static final Pattern MISTYPED = Pattern.compile("(?=(?:[^0-9]*[0-9]){6})[0-9A-Za-z]{7,9}");

	private Dates() {
	}

	/**
	 * Reads a day, and keep a mistyped one to be compared character by character.
	 * @param text for example 1901-02-03, or 1901023, in which a digit is lacking
	 * @return seven to nine digits and letters, or null when the text is no day
	 */
	static @Nullable String parseMistyped(String text) {
		String day = parse(text);
		if (day != null) {
			return day;
		}
		String squeezed = NormalForms.squeeze(text);
		return MISTYPED.matcher(squeezed).matches() ? squeezed : null;
	}

	/**
	 * Reads a day.
	 * @param text for example 1901-02-03, 19010203, 3.2.1901
	 * @return eight digits (year, month, day), or null when the text is no day
	 */
	static @Nullable String parse(String text) {
		Matcher yearFirst = YEAR_FIRST.matcher(text);
		if (yearFirst.matches()) {
			String month = yearFirst.group(2);
			return (month != null) ? yearFirst.group(1) + month + yearFirst.group(3)
					: yearFirst.group(1) + pad(yearFirst.group(4)) + pad(yearFirst.group(5));
		}
		Matcher yearLast = YEAR_LAST.matcher(text);
		if (yearLast.matches()) {
			return yearLast.group(3) + pad(yearLast.group(2)) + pad(yearLast.group(1));
		}
		return null;
	}

	private static String pad(String number) {
		return (number.length() == 1) ? "0" + number : number;
	}

}
