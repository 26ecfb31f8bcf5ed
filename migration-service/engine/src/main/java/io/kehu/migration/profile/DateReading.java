package io.kehu.migration.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A text that has the form of a date.
 *
 * @param form its form, such as {@code yyyy-MM-dd}
 * @param day the day, null when there is no such day
 * @param ambiguous whether day and month could be swapped
 * @param timed whether a time of day follows
 */
record DateReading(String form, @Nullable LocalDate day, boolean ambiguous, boolean timed) {

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final int SHORTEST = 6;

	private static final int LONGEST = 35;

	/**
	 * Reads a date of any common form.
	 * @param text a text without blanks around it
	 * @return its reading, null when it has no such form
	 */
	static @Nullable DateReading of(String text) {
		if (text.length() < SHORTEST || text.length() > LONGEST) {
			return null;
		}
		int end = 0;
		while (end < text.length() && (isDigit(text.charAt(end)) || "-/.".indexOf(text.charAt(end)) >= 0)) {
			end++;
		}
		boolean timed = end < text.length();
		if (timed && !isTime(text, end)) {
			return named(text);
		}
		return numbers(text.substring(0, end), timed);
	}

	private static boolean isDigit(char symbol) {
		return symbol >= '0' && symbol <= '9';
	}

	private static boolean isTime(String text, int from) {
		char first = text.charAt(from);
		if (first != 'T' && first != ' ' && first != 't') {
			return false;
		}
		boolean colon = false;
		for (int i = from + 1; i < text.length(); i++) {
			char symbol = text.charAt(i);
			colon |= symbol == ':';
			if (!isDigit(symbol) && ":.,+-Zz AaPpMm".indexOf(symbol) < 0) {
				return false;
			}
		}
		return colon;
	}

	private static @Nullable DateReading numbers(String text, boolean timed) {
		char separator = 0;
		int[] parts = new int[3];
		int[] digits = new int[3];
		int part = 0;
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			if (isDigit(symbol)) {
				parts[part] = 10 * parts[part] + symbol - '0';
				digits[part]++;
				if (digits[part] > 4) {
					return null;
				}
			}
			else if (part == 2 || digits[part] == 0 || (separator != 0 && symbol != separator)) {
				return null;
			}
			else {
				separator = symbol;
				part++;
			}
		}
		if (part != 2 || digits[2] == 0 || digits[1] > 2) {
			return null;
		}
		return arrange(parts, digits, separator, timed);
	}

	private static @Nullable DateReading arrange(int[] parts, int[] digits, char separator, boolean timed) {
		if (digits[0] == 4 && digits[2] <= 2) {
			String form = "yyyy%sMM%sdd".formatted(separator, separator);
			return new DateReading(form, day(parts[0], parts[1], parts[2]), false, timed);
		}
		if (digits[0] > 2 || digits[2] == 3 || digits[2] == 1) {
			return null;
		}
		int year = (digits[2] == 4) ? parts[2] : century(parts[2]);
		String years = (digits[2] == 4) ? "yyyy" : "yy";
		boolean monthFirst = separator == '/' && parts[0] <= 12 && parts[1] > 12;
		boolean ambiguous = separator == '/' && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1];
		String form = (monthFirst ? "MM%sdd%s%s" : "dd%sMM%s%s").formatted(separator, separator, years);
		LocalDate day = monthFirst ? day(year, parts[0], parts[1]) : day(year, parts[1], parts[0]);
		return new DateReading(form, day, ambiguous, timed);
	}

	private static int century(int year) {
		return (year < 50) ? 2000 + year : 1900 + year;
	}

	static @Nullable LocalDate day(int year, int month, int day) {
		if (month < 1 || month > 12 || day < 1 || day > 31) {
			return null;
		}
		try {
			return LocalDate.of(year, month, day);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** Dates with the month's English name: 5 Jan 2020, Jan 5 2020, 05-JAN-2020. */
	private static @Nullable DateReading named(String text) {
		String[] words = text.toLowerCase(Locale.ROOT).split("[\\s,./-]+", -1);
		if (words.length != 3) {
			return null;
		}
		int monthAt = isMonth(words[0]) ? 0 : 1;
		if (!isMonth(words[monthAt])) {
			return null;
		}
		String dayWord = words[1 - monthAt];
		if (!dayWord.matches("\\d{1,2}(?:st|nd|rd|th)?") || !words[2].matches("\\d{4}")) {
			return null;
		}
		int month = MONTHS.indexOf(words[monthAt].substring(0, 3)) + 1;
		LocalDate day = day(Integer.parseInt(words[2]), month, Integer.parseInt(dayWord.replaceAll("\\D", "")));
		return new DateReading((monthAt == 0) ? "MMM d, yyyy" : "d MMM yyyy", day, false, false);
	}

	private static boolean isMonth(String word) {
		return word.length() >= 3 && MONTHS.contains(word.substring(0, 3))
				&& word.chars().allMatch(Character::isLetter);
	}

	/**
	 * Returns the day that eight digits name, null when there is none from 1800 to 2099.
	 */
	static @Nullable LocalDate compact(String digits) {
		int number = Integer.parseInt(digits);
		int year = number / 10_000;
		return (year < 1800 || year > 2099) ? null : day(year, number / 100 % 100, number % 100);
	}

	/**
	 * Returns whether digits may be a day as spreadsheets count them, from 1954 to 2119.
	 */
	static boolean isDayNumber(String digits) {
		return digits.length() == 5 && digits.charAt(0) >= '2' && digits.charAt(0) <= '7';
	}

}
