package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The values of a filter, once for each time that its parameter is given.
 *
 * @param type the type of the values
 * @param parameter the name of the parameter, for error messages
 * @param texts the values as text
 */
record FilterValues(ValueType type, String parameter, List<String> texts) {

	private static final int MOST = 500;

	FilterValues {
		for (String text : texts) {
			if (text.indexOf(0) >= 0) {
				throw invalid(parameter, "must be " + type.name());
			}
		}
		checkNumber(parameter, texts);
	}

	/**
	 * Returns the only value.
	 * @throws ProblemException if the value is not valid or there are several
	 */
	Object single() {
		if (this.texts.size() > 1) {
			throw ProblemException.invalidParameter(this.parameter, "too_many_values", "may be given once");
		}
		return parse(this.texts.get(0));
	}

	/** Returns one value for each time that the parameter is given. */
	List<Object> each() {
		return this.texts.stream().map(this::parse).toList();
	}

	/**
	 * Returns the values of lists separated by commas. A comma or a backslash that is
	 * part of a value follows a backslash.
	 * @throws ProblemException if a value is not valid, or there are too many
	 */
	List<Object> listed() {
		List<String> all = new ArrayList<>();
		this.texts.forEach((text) -> split(text, all));
		checkNumber(this.parameter, all);
		return all.stream().map(this::element).toList();
	}

	/**
	 * Returns the values and, where it differs, the form in which they are stored: what
	 * was stored by other means may have another form.
	 */
	List<Object> inAllForms(List<Object> values) {
		return values.stream()
			.flatMap((value) -> (value instanceof String text) ? Stream.of(text, this.type.stored().apply(text))
					: Stream.of(value))
			.distinct()
			.toList();
	}

	private static void split(String text, List<String> into) {
		StringBuilder value = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == ',') {
				into.add(value.toString());
				value.setLength(0);
				continue;
			}
			boolean escapes = character == '\\' && i + 1 < text.length()
					&& (text.charAt(i + 1) == ',' || text.charAt(i + 1) == '\\');
			value.append(escapes ? text.charAt(++i) : character);
		}
		into.add(value.toString());
	}

	private Object element(String text) {
		if (text.isEmpty()) {
			throw invalid(this.parameter, "must be values separated by commas, none of them empty");
		}
		return parse(text);
	}

	/** Returns the only value as {@code true} or {@code false}. */
	boolean flag() {
		String text = (this.texts.size() == 1) ? this.texts.get(0) : "";
		if (!text.equals("true") && !text.equals("false")) {
			throw invalid(this.parameter, "must be true or false");
		}
		return text.equals("true");
	}

	private Object parse(String text) {
		return parsed(text, this.type.parse());
	}

	/**
	 * Applies a function to a value.
	 * @throws ProblemException if the function throws a {@link RuntimeException}
	 */
	<V> V parsed(String text, Function<String, V> parse) {
		try {
			return parse.apply(text);
		}
		catch (RuntimeException ex) {
			throw invalid(this.parameter, "must be " + this.type.name());
		}
	}

	private static void checkNumber(String parameter, List<String> values) {
		if (values.size() > MOST) {
			throw ProblemException.invalidParameter(parameter, "too_many_values", "at most %d values".formatted(MOST));
		}
	}

	/**
	 * Returns the condition of an operator.
	 * @throws ProblemException if the field has no such operator
	 */
	String require(@Nullable String condition) {
		if (condition == null) {
			throw unknownOperator();
		}
		return condition;
	}

	ProblemException unknownOperator() {
		return ProblemException.invalidParameter(this.parameter, "unknown_operator", "this field has no such operator");
	}

	private static ProblemException invalid(String parameter, String message) {
		return ProblemException.invalidParameter(parameter, "invalid_value", message);
	}

}
