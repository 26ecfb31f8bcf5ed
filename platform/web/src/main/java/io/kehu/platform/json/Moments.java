package io.kehu.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;

/**
 * Limits the dates and moments of requests to those that can be stored and written again:
 * in years of four digits, and to the microsecond.
 */
final class Moments {

	private static final int LAST_YEAR = 9999;

	private Moments() {
	}

	/**
	 * Parses a moment.
	 * @throws DateTimeException if it is not valid
	 */
	static Instant instant(String text) {
		Instant instant = Instant.parse(text);
		check(instant.atOffset(ZoneOffset.UTC).getYear());
		return instant.truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Returns a parser for dates or times with a year.
	 * @param parse throws a {@link DateTimeException} if the text is not valid
	 */
	static <T extends TemporalAccessor> Function<String, T> dated(Function<String, T> parse) {
		return (text) -> {
			T value = parse.apply(text);
			check(value.get(ChronoField.YEAR));
			return value;
		};
	}

	private static void check(int year) {
		if (year < 1 || year > LAST_YEAR) {
			throw new DateTimeException("The year " + year + " has not four digits");
		}
	}

}
