package io.kehu.migration.clean.standardise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A day as spreadsheets store it: 1 is 1 January 1900 and 61 is 1 March 1900, because
 * they count a 29 February 1900, number 60, which never was. Decimals are the time of
 * day.
 */
final class SerialDay {

	private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(?:\\.\\d{1,10})?");

	private static final int NEVER = 60;

	private static final int LAST = 2_958_465;

	/** From 1954 to 2119: other numbers of five digits are hardly days. */
	private static final int FIRST_LIKELY = 20_000;

	private static final int LAST_LIKELY = 79_999;

	private static final LocalDate BEFORE_NEVER = LocalDate.of(1899, 12, 31);

	private static final LocalDate BEHIND_NEVER = LocalDate.of(1899, 12, 30);

	private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

	private SerialDay() {
	}

	/** Returns the day of a likely number of one, or null for other texts. */
	static @Nullable LocalDate likely(String text) {
		if (text.length() < 5 || !SERIAL.matcher(text).matches()) {
			return null;
		}
		int number = new BigDecimal(text).intValue();
		return (number >= FIRST_LIKELY && number <= LAST_LIKELY) ? BEHIND_NEVER.plusDays(number) : null;
	}

	/** Returns the day, with its time if there is one, or null if a text is no number. */
	static @Nullable Outcome read(String text) {
		if (!SERIAL.matcher(text).matches()) {
			return null;
		}
		long seconds = new BigDecimal(text).multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
		long number = seconds / SECONDS.intValue();
		if (number < 1 || number > LAST) {
			return Outcome.problem("no date");
		}
		if (number == NEVER) {
			return Outcome.problem("day number 60 of a spreadsheet, 29 February 1900, which never was");
		}
		LocalDate day = ((number < NEVER) ? BEFORE_NEVER : BEHIND_NEVER).plusDays(number);
		LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS.intValue());
		return Outcome.of(time.equals(LocalTime.MIDNIGHT) ? day.toString()
				: "%sT%02d:%02d:%02d".formatted(day, time.getHour(), time.getMinute(), time.getSecond()));
	}

}
