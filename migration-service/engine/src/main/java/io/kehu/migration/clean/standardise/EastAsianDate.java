package io.kehu.migration.clean.standardise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date as it is written in Chinese, Japanese and Korean, also with the years of an era.
 *
 * @param date the date, null when there is no such day, or not in its era
 * @param time what stands behind it
 */
record EastAsianDate(@Nullable LocalDate date, String time) {

	private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年|년) ?(\\d{1,2})(?:月|월) ?(\\d{1,2})(?:日|号|일)?(.*)");

	private static final Pattern ERA = Pattern
		.compile("(明治|大正|昭和|平成|令和|民國|民国|[mtshr]) ?(\\d{1,3}|元)[年./-] ?(\\d{1,2})[月./-] ?(\\d{1,2})日?( .*)?");

	/** The first days of the eras; each ends where the next begins. */
	private static final Map<String, LocalDate> STARTS = Map.of("m", LocalDate.of(1868, 1, 25), "t",
			LocalDate.of(1912, 7, 30), "s", LocalDate.of(1926, 12, 25), "h", LocalDate.of(1989, 1, 8), "r",
			LocalDate.of(2019, 5, 1));

	private static final Map<String, LocalDate> ENDS = Map.of("m", LocalDate.of(1912, 7, 30), "t",
			LocalDate.of(1926, 12, 25), "s", LocalDate.of(1989, 1, 7), "h", LocalDate.of(2019, 4, 30));

	private static final Map<String, String> LETTERS = Map.of("明治", "m", "大正", "t", "昭和", "s", "平成", "h", "令和", "r");

	private static final int REPUBLIC = 1911;

	/** Reads a text in small letters; returns null when it is no such date. */
	static @Nullable EastAsianDate of(String text) {
		Matcher year = YEAR.matcher(text);
		if (year.matches()) {
			return new EastAsianDate(day(number(year.group(1)), year.group(2), year.group(3)), year.group(4).strip());
		}
		Matcher era = ERA.matcher(text);
		if (!era.matches()) {
			return null;
		}
		int number = "元".equals(era.group(2)) ? 1 : number(era.group(2));
		String time = (era.group(5) != null) ? era.group(5).strip() : "";
		if (era.group(1).startsWith("民")) {
			return new EastAsianDate(day(REPUBLIC + number, era.group(3), era.group(4)), time);
		}
		String letter = LETTERS.getOrDefault(era.group(1), era.group(1));
		LocalDate start = STARTS.getOrDefault(letter, LocalDate.MAX);
		LocalDate date = (number < 1) ? null : day(start.getYear() + number - 1, era.group(3), era.group(4));
		boolean inside = date != null && !date.isBefore(start)
				&& !date.isAfter(ENDS.getOrDefault(letter, LocalDate.MAX));
		return new EastAsianDate(inside ? date : null, time);
	}

	private static @Nullable LocalDate day(int year, String month, String day) {
		try {
			return LocalDate.of(year, number(month), number(day));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int number(String digits) {
		return Integer.parseInt(digits);
	}

}
