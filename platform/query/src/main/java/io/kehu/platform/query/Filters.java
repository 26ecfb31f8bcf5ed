package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;

/**
 * Converts the filters of a query string to an SQL condition.
 */
final class Filters {

	static final Set<String> RESERVED = Set.of("limit", "cursor", "sort", "q", "count");

	private static final Pattern PARAMETER = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[([a-z]+)])?");

	private static final Map<String, String> COMPARISONS = Map.of("eq", "=", "ne", "<>", "gt", ">", "gte", ">=", "lt",
			"<", "lte", "<=");

	private static final int MOST_VALUES = 500;

	private static final int MOST_WORDS = 10;

	private Filters() {
	}

	/**
	 * Adds the filters to the condition.
	 * @throws ProblemException with all errors, if a field or an operator is unknown or a
	 * value is not valid
	 */
	static <T> void apply(Sql sql, ListFields<T> fields, Map<String, List<String>> parameters) {
		List<FieldError> errors = new ArrayList<>();
		parameters.forEach((parameter, values) -> {
			if (RESERVED.contains(parameter)) {
				return;
			}
			try {
				values.forEach((value) -> apply(sql, fields, parameter, value));
			}
			catch (ProblemException ex) {
				errors.addAll(ex.errors());
			}
		});
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

	private static <T> void apply(Sql sql, ListFields<T> fields, String parameter, String value) {
		Matcher matcher = PARAMETER.matcher(parameter);
		ListField<T> field = matcher.matches() ? fields.find(matcher.group(1)) : null;
		if (field == null) {
			throw ProblemException.invalidParameter(parameter, "unknown_field",
					"there is no such filter; there are " + String.join(", ", fields.names()));
		}
		String operator = (matcher.group(2) != null) ? matcher.group(2) : "eq";
		if (field.several()) {
			applySeveral(sql, field, operator, parameter, value);
		}
		else {
			applyOne(sql, field, operator, parameter, value);
		}
	}

	private static void applyOne(Sql sql, ListField<?> field, String operator, String parameter, String value) {
		String comparison = COMPARISONS.get(operator);
		if (comparison != null) {
			sql.and(field.sql() + " " + comparison + " " + sql.bind(read(field, parameter, value)));
			return;
		}
		switch (operator) {
			case "in" -> sql.and(field.sql() + " in (" + sql.bind(readAll(field, parameter, value)) + ")");
			case "null" -> sql.and(field.sql() + (isTrue(parameter, value) ? " is null" : " is not null"));
			case "like" -> {
				if (!field.type().equals(ValueType.TEXT)) {
					throw unknownOperator(parameter);
				}
				sql.and("lower(" + field.sql() + ") like " + sql.bind(pattern(value)));
			}
			default -> throw unknownOperator(parameter);
		}
	}

	private static void applySeveral(Sql sql, ListField<?> field, String operator, String parameter, String value) {
		switch (operator) {
			case "eq" -> sql.and(has(sql, field, read(field, parameter, value)));
			case "ne" -> sql.and("not " + has(sql, field, read(field, parameter, value)));
			case "in" -> sql.and(readAll(field, parameter, value).stream()
				.map((one) -> has(sql, field, one))
				.collect(Collectors.joining(" or ", "(", ")")));
			default -> throw unknownOperator(parameter);
		}
	}

	private static String has(Sql sql, ListField<?> field, Object value) {
		return "(" + field.sql().replace(":value", sql.bind(value.toString())) + ")";
	}

	private static Object read(ListField<?> field, String parameter, String value) {
		try {
			if (value.indexOf(0) >= 0) {
				throw new IllegalArgumentException("NUL");
			}
			return field.type().parse().apply(value);
		}
		catch (RuntimeException ex) {
			throw ProblemException.invalidParameter(parameter, "invalid_value", "must be " + field.type().name());
		}
	}

	private static List<Object> readAll(ListField<?> field, String parameter, String value) {
		String[] values = value.split(",");
		if (values.length > MOST_VALUES) {
			throw ProblemException.invalidParameter(parameter, "too_many_values",
					"at most %d values".formatted(MOST_VALUES));
		}
		return Arrays.stream(values).map((one) -> read(field, parameter, one)).toList();
	}

	private static boolean isTrue(String parameter, String value) {
		if (!value.equals("true") && !value.equals("false")) {
			throw ProblemException.invalidParameter(parameter, "invalid_value", "must be true or false");
		}
		return value.equals("true");
	}

	private static ProblemException unknownOperator(String parameter) {
		return ProblemException.invalidParameter(parameter, "unknown_operator", "this field has no such operator");
	}

	/**
	 * Returns the pattern for {@code like}. An asterisk matches any characters; without
	 * one, the text matches at any position.
	 */
	private static String pattern(String value) {
		String escaped = escape(value.toLowerCase(Locale.ROOT));
		return escaped.contains("*") ? escaped.replace('*', '%') : "%" + escaped + "%";
	}

	private static String escape(String text) {
		return text.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/**
	 * Adds a search for words, all of which must occur.
	 */
	static <T> void search(Sql sql, ListFields<T> fields, String words) {
		String column = fields.searchColumn();
		if (column == null) {
			throw ProblemException.invalidParameter("q", "unknown_field", "this list cannot be searched");
		}
		Arrays.stream(words.toLowerCase(Locale.ROOT).trim().split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.limit(MOST_WORDS)
			.forEach((word) -> sql.and(column + " like " + sql.bind("%" + escape(word) + "%")));
	}

}
