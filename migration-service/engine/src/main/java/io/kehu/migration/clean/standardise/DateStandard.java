package io.kehu.migration.clean.standardise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Dates as ISO 8601, including the time if there is one. Which of two small numbers is
 * the day is inferred from the unambiguous dates of the column; without any, such a date
 * is a problem rather than a guess, and so is one such as 24-03-05, whose year may stand
 * first. So is a number that may count the days of a spreadsheet, unless the other dates
 * of the column are about the same time.
 *
 * @param order which comes first
 * @param latestYear the last year that two digits can mean; 0 for the usual one, 2049
 * @param serials whether numbers are days as spreadsheets count them, 45000 being 15
 * March 2023; 60 is a problem, as 29 February 1900 never was, and 61 is 1 March 1900
 */
public record DateStandard(DateOrder order, int latestYear, boolean serials) implements Standard {

	/** So many days may lie between day numbers and the other dates. */
	private static final int NEARBY = 3 * 366;

	private static final int USUAL_LATEST_YEAR = 2049;

	private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})([t ].*)?");

	private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})()");

	private static final Pattern NUMBERS = Pattern
		.compile("(\\d{1,2})[-/. ]{1,2}(\\d{1,2})[-/. ]{1,2}(\\d{4}|\\d{2})([t ].*)?");

	private static final Pattern DAY_NAME = Pattern.compile(
			"(\\d{1,2})(?:st|nd|rd|th|\\.)?[- /]*(?:of |de )?([\\pL]{3,10})\\.?,?[- /]*(?:de )?(\\d{4}|\\d{2})([t ].*)?");

	private static final Pattern NAME_DAY = Pattern
		.compile("([\\pL]{3,10})\\.?[- /]*(\\d{1,2})(?:st|nd|rd|th)?,?[- /]+(\\d{4})([t ].*)?");

	private static final Pattern TIME = Pattern
		.compile("[t ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)? ?(am|pm)?(z|utc|[+-]\\d{2}:?\\d{2})?");

	private static final Map<String, Integer> MONTHS = MonthNames.all();

	private static final int LONGEST = 60;

	public DateStandard {
		latestYear = (latestYear == 0) ? USUAL_LATEST_YEAR : latestYear;
		if (latestYear < 1000 || latestYear > 9999) {
			throw new IllegalArgumentException("The latest year has four digits, not %d".formatted(latestYear));
		}
	}

	/** By evidence, two digits meaning years up to 2049. */
	public static DateStandard standard() {
		return new DateStandard(DateOrder.BY_EVIDENCE, USUAL_LATEST_YEAR, false);
	}

	@Override
	public boolean learns() {
		return this.order == DateOrder.BY_EVIDENCE;
	}

	@Override
	public Standard learn(Column column) {
		if (this.order != DateOrder.BY_EVIDENCE) {
			return this;
		}
		int[] frequencies = column.frequencies();
		OrderCount count = new OrderCount();
		for (int code = 0; code < column.distinct(); code++) {
			Matcher matcher = NUMBERS.matcher(trimmed(column.text(code)));
			if (matcher.matches()) {
				count.add(number(matcher.group(1)), number(matcher.group(2)), matcher.group(3),
						mayBeginWithYear(matcher), frequencies[code]);
			}
		}
		DateOrder learnt = count.order();
		DateStandard ordered = new DateStandard(learnt, this.latestYear, this.serials);
		return new DateStandard(learnt, this.latestYear, this.serials || ordered.hasSerials(column));
	}

	/** Returns whether likely day numbers stand beside other dates, about as old. */
	private boolean hasSerials(Column column) {
		LocalDate first = LocalDate.MAX;
		LocalDate last = LocalDate.MIN;
		for (int code = 0; code < column.distinct(); code++) {
			LocalDate day = SerialDay.likely(trimmed(column.text(code)));
			if (day != null) {
				first = day.isBefore(first) ? day : first;
				last = day.isAfter(last) ? day : last;
			}
		}
		if (last.isBefore(first)) {
			return false;
		}
		long inside = 0;
		long outside = 0;
		int[] frequencies = column.frequencies();
		for (int code = 0; code < column.distinct(); code++) {
			String date = apply(column.text(code)).value();
			if (date != null) {
				LocalDate day = LocalDate.parse(date.substring(0, 10));
				boolean near = !day.isBefore(first.minusDays(NEARBY)) && !day.isAfter(last.plusDays(NEARBY));
				inside += near ? frequencies[code] : 0;
				outside += near ? 0 : frequencies[code];
			}
		}
		return inside > outside;
	}

	@Override
	public Outcome apply(String value) {
		String text = trimmed(value);
		Matcher iso = ISO.matcher(text);
		if (iso.matches()) {
			return date(iso.group(1), number(iso.group(2)), number(iso.group(3)), iso.group(4));
		}
		Matcher compact = COMPACT.matcher(text);
		if (compact.matches()) {
			return date(compact.group(1), number(compact.group(2)), number(compact.group(3)), "");
		}
		Matcher numbers = NUMBERS.matcher(text);
		if (numbers.matches()) {
			return byOrder(numbers);
		}
		EastAsianDate eastAsian = EastAsianDate.of(text);
		if (eastAsian != null) {
			return date(eastAsian);
		}
		Outcome serial = this.serials ? SerialDay.read(text) : null;
		if (serial == null && SerialDay.likely(text) != null) {
			return Outcome.problem("no date, but perhaps a day number of a spreadsheet");
		}
		return (serial != null) ? serial : named(text);
	}

	private Outcome date(EastAsianDate read) {
		LocalDate date = read.date();
		return (date != null) ? date(String.valueOf(date.getYear()), date.getMonthValue(), date.getDayOfMonth(),
				read.time().isEmpty() ? null : " " + read.time()) : Outcome.problem("date that does not exist");
	}

	private Outcome named(String text) {
		Matcher dayName = DAY_NAME.matcher(text);
		if (dayName.matches() && MONTHS.containsKey(dayName.group(2))) {
			return date(dayName.group(3), MONTHS.getOrDefault(dayName.group(2), 0), number(dayName.group(1)),
					dayName.group(4));
		}
		Matcher nameDay = NAME_DAY.matcher(text);
		if (nameDay.matches() && MONTHS.containsKey(nameDay.group(1))) {
			return date(nameDay.group(3), MONTHS.getOrDefault(nameDay.group(1), 0), number(nameDay.group(2)),
					nameDay.group(4));
		}
		return Outcome.problem("no date");
	}

	private Outcome byOrder(Matcher numbers) {
		int first = number(numbers.group(1));
		int second = number(numbers.group(2));
		String year = numbers.group(3);
		String time = numbers.group(4);
		if (this.order == DateOrder.YEAR_FIRST && year.length() == 2 && numbers.group(1).length() == 2) {
			return date(numbers.group(1), second, number(year), time);
		}
		if (this.order == DateOrder.BY_EVIDENCE && mayBeginWithYear(numbers)) {
			return Outcome.problem("date whose year may stand first");
		}
		if (first == second || (first > 12 && second <= 12)) {
			return date(year, second, first, time);
		}
		if (second > 12) {
			return date(year, first, second, time);
		}
		return switch (this.order) {
			case DAY_FIRST -> date(year, second, first, time);
			case MONTH_FIRST -> date(year, first, second, time);
			case BY_EVIDENCE, YEAR_FIRST -> Outcome.problem("date whose day and month cannot be told apart");
		};
	}

	/** Whether a date such as 24-03-05 may be one of 2024 or of 2005. */
	private static boolean mayBeginWithYear(Matcher numbers) {
		return numbers.group(3).length() == 2 && number(numbers.group(1)) > 12 && number(numbers.group(2)) <= 12
				&& number(numbers.group(3)) >= 1 && number(numbers.group(3)) <= 31
				&& numbers.group(0).charAt(numbers.group(1).length()) == '-';
	}

	private Outcome date(String year, int month, int day, @Nullable String time) {
		try {
			String date = LocalDate.of(year(year), month, day).toString();
			if (time == null || time.isBlank()) {
				return Outcome.of(date);
			}
			String standard = time(time);
			return (standard != null) ? Outcome.of(date + standard) : Outcome.problem("no time of day");
		}
		catch (DateTimeException ex) {
			return Outcome.problem("date that does not exist");
		}
	}

	private int year(String year) {
		int number = number(year);
		return (year.length() == 2) ? this.latestYear - Math.floorMod(this.latestYear - number, 100) : number;
	}

	private static @Nullable String time(String text) {
		Matcher matcher = TIME.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		int hour = number(matcher.group(1));
		String half = matcher.group(5);
		if (half != null) {
			hour = (hour > 12 || hour == 0) ? 99 : hour % 12 + ("pm".equals(half) ? 12 : 0);
		}
		int minute = number(matcher.group(2));
		int second = (matcher.group(3) != null) ? number(matcher.group(3)) : 0;
		String fraction = fraction(matcher.group(4));
		String zone = (matcher.group(6) != null) ? matcher.group(6).toUpperCase(Locale.ROOT).replace("UTC", "Z") : "";
		return (hour > 23 || minute > 59 || second > 59) ? null
				: "T%02d:%02d:%02d%s%s".formatted(hour, minute, second, fraction, zone);
	}

	/** Returns the fraction of a second with its point, or nothing if it is zero. */
	private static String fraction(@Nullable String digits) {
		String shortest = (digits != null) ? digits.replaceFirst("0+$", "") : "";
		return shortest.isEmpty() ? "" : "." + shortest;
	}

	/** Returns the text with digits of full width as plain ones. */
	private static String narrow(String text) {
		StringBuilder narrow = new StringBuilder(text.length());
		text.chars()
			.map((symbol) -> (symbol >= '０' && symbol <= '９') ? symbol - '０' + '0' : symbol)
			.forEach((symbol) -> narrow.append((char) symbol));
		return narrow.toString();
	}

	private static String trimmed(String value) {
		return (value.length() > LONGEST) ? "" : narrow(TextStandard.clean(value)).toLowerCase(Locale.ROOT);
	}

	private static int number(String digits) {
		return Integer.parseInt(digits);
	}

}
