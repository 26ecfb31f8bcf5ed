package io.kehu.migration.move.value;

/**
 * Casts ISO dates and times, as databases send them, to days and microseconds since 2000.
 */
final class Temporal {

	private static final long DAY = 86_400_000_000L;

	/** The days from 1970-01-01 to 2000-01-01. */
	private static final int EPOCH = 10_957;

	private Temporal() {
	}

	static void date(Value in, TupleBuffer out) throws CastException {
		if (in.length() > 10 && !midnight(in)) {
			throw new CastException("has_time", "The value has a time of day, which a date cannot hold.");
		}
		out.putInt((int) days(in));
	}

	static void timestamp(Value in, TupleBuffer out) throws CastException {
		long days = days(in);
		long micros = 0;
		if (in.length() > 10) {
			int separator = in.at(10);
			if (separator != ' ' && separator != 'T') {
				throw CastException.invalid("date and time");
			}
			micros = clock(in, 11, "date and time");
			if (micros >= DAY) {
				throw CastException.invalid("date and time");
			}
		}
		out.putLong(days * DAY + micros);
	}

	static void time(Value in, TupleBuffer out) throws CastException {
		long micros = (in.length() > 0 && in.at(0) == '-') ? -1 : clock(in, 0, "time of day");
		if (micros < 0 || micros > DAY) {
			throw CastException.range("00:00 to 24:00; map the column to an interval to keep it");
		}
		out.putLong(micros);
	}

	/** Casts hours, minutes and seconds of any size, with a sign. */
	static void interval(Value in, TupleBuffer out) throws CastException {
		boolean negative = in.length() > 0 && in.at(0) == '-';
		long micros = clock(in, negative ? 1 : 0, "span of time");
		out.appendInt(16);
		out.appendLong(negative ? -micros : micros);
		out.appendLong(0);
	}

	private static boolean midnight(Value in) {
		for (int index = 11; index < in.length(); index++) {
			int letter = in.at(index);
			if (letter != '0' && letter != ':' && letter != '.') {
				return false;
			}
		}
		return true;
	}

	private static long days(Value in) throws CastException {
		if (in.length() < 10 || in.at(4) != '-' || in.at(7) != '-') {
			throw CastException.invalid("date");
		}
		int year = digits(in, 0, 4, "date");
		int month = digits(in, 5, 7, "date");
		int day = digits(in, 8, 10, "date");
		if (year == 0 && month == 0 && day == 0) {
			throw new CastException("zero_date", "The date is all zeros, which stands for no date.");
		}
		if (year == 0 || month == 0 || day == 0) {
			throw new CastException("incomplete_date", "The year, the month or the day of the date is zero.");
		}
		if (month > 12 || day > length(year, month)) {
			throw new CastException("invalid_date", "There is no such day in the calendar.");
		}
		return civil(year, month, day) - EPOCH;
	}

	private static int length(int year, int month) {
		return switch (month) {
			case 2 -> (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
			case 4, 6, 9, 11 -> 30;
			default -> 31;
		};
	}

	/** Returns the days since 1970-01-01 in the Gregorian calendar. */
	private static long civil(int year, int month, int day) {
		int shifted = (month <= 2) ? year - 1 : year;
		int era = Math.floorDiv(shifted, 400);
		int ofEra = shifted - era * 400;
		int ofYear = (153 * (month + ((month > 2) ? -3 : 9)) + 2) / 5 + day - 1;
		return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
	}

	/** Returns the microseconds of hours, minutes, seconds and an optional fraction. */
	private static long clock(Value in, int from, String what) throws CastException {
		int colon = from;
		while (colon < in.length() && in.at(colon) != ':') {
			colon++;
		}
		int end = colon + 6;
		if (colon == from || colon - from > 6 || end > in.length() || in.at(colon + 3) != ':') {
			throw CastException.invalid(what);
		}
		int minutes = digits(in, colon + 1, colon + 3, what);
		int seconds = digits(in, colon + 4, end, what);
		if (minutes > 59 || seconds > 59) {
			throw CastException.invalid(what);
		}
		return (digits(in, from, colon, what) * 3_600L + minutes * 60L + seconds) * 1_000_000L
				+ fraction(in, end, what);
	}

	private static long fraction(Value in, int from, String what) throws CastException {
		if (from == in.length()) {
			return 0;
		}
		int length = in.length() - from - 1;
		if (in.at(from) != '.' || length < 1 || length > 6) {
			throw CastException.invalid(what);
		}
		long value = digits(in, from + 1, in.length(), what);
		for (int index = length; index < 6; index++) {
			value *= 10;
		}
		return value;
	}

	private static int digits(Value in, int from, int to, String what) throws CastException {
		int value = 0;
		for (int index = from; index < to; index++) {
			int digit = in.at(index) - '0';
			if (digit < 0 || digit > 9) {
				throw CastException.invalid(what);
			}
			value = value * 10 + digit;
		}
		return value;
	}

}
