package io.kehu.migration.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The kinds of values, by which the text of a value is read.
 */
public enum ValueKind {

	/** Text as it is. */
	TEXT,

	/** A whole number. */
	INTEGER,

	/** A decimal number. */
	DECIMAL,

	/** An amount of money, which is a text in JSON. */
	AMOUNT,

	/** True or false: true, t, 1, false, f, 0. */
	BOOLEAN,

	/** A day, also that of a moment at midnight. */
	DATE,

	/** The day of a moment, whose time of day is left behind deliberately. */
	DAY,

	/** A moment. */
	INSTANT;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

	private static final Pattern ZEROS = Pattern.compile("0000-00-00( 00:00:00(\\.0+)?)?");

	private static final Pattern MOMENT = Pattern.compile(
			"(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");

	private static final int NANO_DIGITS = 9;

	/** Returns whether a text is a date of all zeros, as MySQL stores missing dates. */
	static boolean isZeroDate(String text) {
		return ZEROS.matcher(text).matches();
	}

	/**
	 * Reads a text.
	 * @param text the text, not empty
	 * @param zone the time zone of moments that name none
	 * @return the value in JSON
	 * @throws IllegalArgumentException with the reason if the text is no such value
	 */
	JsonNode read(String text, ZoneId zone) {
		return switch (this) {
			case TEXT -> JSON.stringNode(text);
			case INTEGER -> JSON.numberNode(Long.parseLong(checked(text, WHOLE, "is not a whole number").strip()));
			case DECIMAL -> JSON.numberNode(number(text));
			case AMOUNT -> JSON.stringNode(number(text).toPlainString());
			case BOOLEAN -> JSON.booleanNode(truth(text));
			case DATE -> JSON.stringNode(date(text));
			case DAY -> JSON.stringNode(day(parts(text)).toString());
			case INSTANT -> JSON.stringNode(moment(text, zone));
		};
	}

	private static String checked(String text, Pattern pattern, String problem) {
		String stripped = text.strip();
		if (!pattern.matcher(stripped).matches()) {
			throw new IllegalArgumentException(problem);
		}
		return stripped;
	}

	private static BigDecimal number(String text) {
		BigDecimal number = new BigDecimal(checked(text, NUMBER, "is not a number"));
		return (number.scale() < 0) ? number.setScale(0) : number;
	}

	private static boolean truth(String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "true", "t", "1" -> true;
			case "false", "f", "0" -> false;
			default -> throw new IllegalArgumentException("is neither true nor false; list what it means in values");
		};
	}

	private static String date(String text) {
		Matcher parts = parts(text);
		String clock = parts.group(4);
		if (clock != null
				&& !LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6)).equals(LocalTime.MIDNIGHT)) {
			throw new IllegalArgumentException("has a time of day, which a date cannot keep; read it as day");
		}
		return day(parts).toString();
	}

	private static Matcher parts(String text) {
		Matcher parts = MOMENT.matcher(text.strip());
		if (!parts.matches()) {
			throw new IllegalArgumentException("is not a date");
		}
		return parts;
	}

	private static LocalDate day(Matcher parts) {
		try {
			return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("is a day that does not exist");
		}
	}

	private static int number(Matcher parts, int group) {
		return Integer.parseInt(parts.group(group));
	}

	private static String moment(String text, ZoneId zone) {
		Matcher parts = parts(text);
		LocalDateTime local = day(parts).atStartOfDay();
		if (parts.group(4) != null) {
			try {
				local = day(parts).atTime(number(parts, 4), number(parts, 5), number(parts, 6), nanos(parts.group(7)));
			}
			catch (DateTimeException ex) {
				throw new IllegalArgumentException("is a time that does not exist");
			}
		}
		String offset = parts.group(8);
		if (offset != null) {
			return local.toInstant(ZoneOffset.of(offset)).toString();
		}
		List<ZoneOffset> possible = zone.getRules().getValidOffsets(local);
		if (possible.size() != 1) {
			throw new IllegalArgumentException(possible.isEmpty() ? "is a time that was skipped in " + zone
					: "is a time that occurred twice in " + zone);
		}
		return local.toInstant(possible.get(0)).toString();
	}

	private static int nanos(@Nullable String fraction) {
		return (fraction == null) ? 0
				: Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
