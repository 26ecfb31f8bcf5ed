package io.kehu.platform.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.kehu.platform.id.Ids;
import io.kehu.platform.json.Texts;

/**
 * Type of the values of a filter or a cursor.
 *
 * @param name the name of the type in error messages
 * @param parse parses a value; throws a {@link RuntimeException} if it is not valid
 * @param constants the values of an enumeration; empty for other types
 * @param stored brings a text into the form in which texts are stored
 */
record ValueType(String name, Function<String, Object> parse, List<String> constants, UnaryOperator<String> stored) {

	/** Maximum number of digits that PostgreSQL can compare with any stored number. */
	private static final int MOST_DIGITS = 40;

	private static final int LAST_YEAR = 9999;

	static final ValueType TEXT = texts(Texts::visible);

	static final ValueType UUID_VALUE = new ValueType("UUID", Ids::parse);

	static final ValueType INSTANT = new ValueType("ISO-8601 instant", ValueType::instant);

	static final ValueType DATE = new ValueType("ISO-8601 date", ValueType::date);

	static final ValueType NUMBER = new ValueType("number", ValueType::number);

	static final ValueType BOOLEAN = new ValueType("true or false", ValueType::bool);

	ValueType(String name, Function<String, Object> parse) {
		this(name, parse, List.of(), UnaryOperator.identity());
	}

	/** Returns the type of texts that are stored in a certain form. */
	static ValueType texts(UnaryOperator<String> stored) {
		return new ValueType("text", (text) -> text, List.of(), stored);
	}

	/** Returns whether the values are texts, which can be compared with a pattern. */
	boolean isText() {
		return this.name.equals(TEXT.name);
	}

	/**
	 * Returns whether values can be greater than others: constants are stored by their
	 * names, whose order means nothing, and of truth values only equality is of use.
	 */
	boolean isOrdered() {
		return this.constants.isEmpty() && !equals(BOOLEAN);
	}

	static <E extends Enum<E>> ValueType enumeration(Class<E> type) {
		List<String> constants = Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
		return new ValueType("one of " + constants, (text) -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)).name(),
				constants, UnaryOperator.identity());
	}

	/** Throws a {@link RuntimeException} if a value is not valid. */
	void check(String text) {
		Objects.requireNonNull(this.parse.apply(text));
	}

	private static Instant instant(String text) {
		Instant instant = Instant.parse(text);
		date(instant.atOffset(ZoneOffset.UTC).toLocalDate());
		return instant;
	}

	private static LocalDate date(String text) {
		return date(LocalDate.parse(text));
	}

	private static LocalDate date(LocalDate date) {
		if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
			throw new IllegalArgumentException(date.toString());
		}
		return date;
	}

	private static BigDecimal number(String text) {
		BigDecimal number = new BigDecimal(text);
		if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
			throw new IllegalArgumentException(text);
		}
		return number;
	}

	private static Boolean bool(String text) {
		if (!text.equals("true") && !text.equals("false")) {
			throw new IllegalArgumentException(text);
		}
		return Boolean.valueOf(text);
	}

}
