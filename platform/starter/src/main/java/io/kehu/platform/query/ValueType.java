package io.kehu.platform.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the value of a filter or of a cursor is read.
 *
 * @param name what it is called in messages
 * @param parse reads a text; throws a {@link RuntimeException} when it is none
 */
record ValueType(String name, Function<String, Object> parse) {

	static final ValueType TEXT = new ValueType("text", (text) -> text);

	static final ValueType UUID_VALUE = new ValueType("UUID", UUID::fromString);

	static final ValueType INSTANT = new ValueType("ISO-8601 instant", Instant::parse);

	static final ValueType DATE = new ValueType("ISO-8601 date", LocalDate::parse);

	static final ValueType NUMBER = new ValueType("number", BigDecimal::new);

	static final ValueType BOOLEAN = new ValueType("true or false", ValueType::bool);

	static <E extends Enum<E>> ValueType enumeration(Class<E> type) {
		String names = java.util.Arrays.toString(type.getEnumConstants());
		return new ValueType("one of " + names, (text) -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)).name());
	}

	private static Boolean bool(String text) {
		if (!text.equals("true") && !text.equals("false")) {
			throw new IllegalArgumentException(text);
		}
		return Boolean.valueOf(text);
	}

}
