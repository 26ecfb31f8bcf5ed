package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;

/**
 * Converts the filters of a query string to an SQL condition.
 */
final class Filters {

	private static final Set<String> RESERVED = Set.of("limit", "cursor", "sort", "q", "count", ListRequest.FIELDS,
			ListRequest.INCLUDE);

	private static final Pattern PARAMETER = Pattern
		.compile("([A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_]+)?)(?:\\[([a-z]+)])?");

	private static final Map<String, String> COMPARISONS = Map.of("gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

	private static final int MOST_WORDS = 10;

	private Filters() {
	}

	/**
	 * Adds the filters to the condition.
	 * @throws ProblemException with all errors, if a field or an operator is unknown or a
	 * value is not valid; with status 403, if the caller may not filter by a field
	 */
	static <T> void apply(Sql sql, ListFields<T> fields, Map<String, List<String>> parameters,
			PersonalFields personal) {
		List<FieldError> errors = new ArrayList<>();
		parameters.forEach((parameter, values) -> {
			if (RESERVED.contains(parameter) || (parameter.equals(ListRequest.DELETED) && fields.deletable())) {
				return;
			}
			try {
				apply(sql, fields, parameter, values, personal);
			}
			catch (ProblemException ex) {
				if (ex.errors().isEmpty()) {
					throw ex;
				}
				errors.addAll(ex.errors());
			}
		});
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

	private static <T> void apply(Sql sql, ListFields<T> fields, String parameter, List<String> texts,
			PersonalFields personal) {
		Matcher matcher = PARAMETER.matcher(parameter);
		ListField<T> field = matcher.matches() ? fields.find(matcher.group(1)) : null;
		if (field == null) {
			throw ProblemException.invalidParameter(parameter, "unknown_field",
					"there is no such filter; there are " + String.join(", ", fields.names()));
		}
		Restriction restriction = personal.forFilter(field, parameter);
		if (restriction != null) {
			sql.and(restriction);
		}
		FilterValues values = new FilterValues(field.type(), parameter, texts);
		String operator = (matcher.group(2) != null) ? matcher.group(2) : "eq";
		ValueConditions several = field.several();
		if (several != null) {
			applySeveral(sql, several, operator, values);
		}
		else {
			applyOne(sql, field, operator, values);
		}
	}

	private static void applyOne(Sql sql, ListField<?> field, String operator, FilterValues values) {
		String column = field.sql();
		String comparison = COMPARISONS.get(operator);
		if (comparison != null && field.type().isOrdered()) {
			sql.and(column + " " + comparison + " " + sql.bind(values.single()));
			return;
		}
		switch (operator) {
			case "eq" -> sql.and(column + " in (" + sql.bind(values.inAllForms(values.each())) + ")");
			case "in" -> sql.and(column + " in (" + sql.bind(values.inAllForms(values.listed())) + ")");
			case "ne" -> {
				String other = column + " not in (" + sql.bind(values.inAllForms(values.each())) + ")";
				sql.and(field.nullable() ? "(" + column + " is null or " + other + ")" : other);
			}
			case "null" -> sql.and(column + (values.flag() ? " is null" : " is not null"));
			case "like" -> {
				if (!field.type().isText()) {
					throw values.unknownOperator();
				}
				sql.and(any(values.texts(), (text) -> Sql.matching(column, sql.bind(pattern(text)))));
			}
			default -> throw values.unknownOperator();
		}
	}

	private static void applySeveral(Sql sql, ValueConditions conditions, String operator, FilterValues values) {
		String comparison = COMPARISONS.get(operator);
		ValueConditions.Ranges ranges = conditions.ranges();
		if (comparison != null && ranges != null) {
			String value = values.single().toString();
			sql.and(has(sql, values.parsed(value, (text) -> ranges.of(comparison, text)), value));
			return;
		}
		switch (operator) {
			case "eq" -> sql.and(any(values.each(), (value) -> has(sql, conditions.equal(), value)));
			case "in" -> sql.and(any(values.listed(), (value) -> has(sql, conditions.equal(), value)));
			case "ne" -> sql.and("not " + any(values.each(), (value) -> has(sql, conditions.equal(), value)));
			case "all" -> values.listed().forEach((value) -> sql.and(has(sql, conditions.equal(), value)));
			case "null" -> {
				String none = values.require(conditions.none());
				sql.and((values.flag() ? "" : "not ") + "(" + none + ")");
			}
			case "like" -> {
				String like = values.require(conditions.like());
				sql.and(any(values.texts(), (text) -> has(sql, like, pattern(text))));
			}
			default -> throw values.unknownOperator();
		}
	}

	private static <V> String any(List<V> values, Function<V, String> condition) {
		return values.stream().map(condition).collect(Collectors.joining(" or ", "(", ")"));
	}

	private static String has(Sql sql, String condition, Object value) {
		return "(" + condition.replace(":value", sql.bind(value.toString())) + ")";
	}

	/**
	 * Returns the pattern for {@code like}. An asterisk matches any characters unless it
	 * follows a backslash; without one, the text matches at any position.
	 */
	private static String pattern(String value) {
		StringBuilder pattern = new StringBuilder();
		boolean wild = false;
		boolean escaped = false;
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if (!escaped && character == '\\') {
				escaped = true;
				continue;
			}
			boolean wildcard = character == '*' && !escaped;
			wild |= wildcard;
			pattern.append(wildcard ? "%" : escape(String.valueOf(character)));
			escaped = false;
		}
		pattern.append(escaped ? escape("\\") : "");
		return wild ? pattern.toString() : "%" + pattern + "%";
	}

	private static String escape(String text) {
		return text.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/**
	 * Adds a search for words, all of which must occur.
	 */
	static <T> void search(Sql sql, ListFields<T> fields, String words, PersonalFields personal) {
		SearchedColumns searched = fields.searched();
		if (searched == null) {
			throw ProblemException.invalidParameter("q", "unknown_field", "this list cannot be searched");
		}
		List<String> patterns = Arrays.stream(SearchText.of(words).trim().split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> sql.bind("%" + escape(word) + "%"))
			.toList();
		if (patterns.size() > MOST_WORDS) {
			throw ProblemException.invalidParameter("q", "too_many_values", "at most %d words".formatted(MOST_WORDS));
		}
		patterns.forEach((pattern) -> sql.and(searched.condition().apply(pattern)));
		String impersonal = searched.impersonal();
		Restriction seen = (impersonal != null) ? personal.forSearch(Objects.requireNonNull(searched.permission()))
				: Restriction.NONE;
		if (impersonal != null && !seen.equals(Restriction.NONE) && !patterns.isEmpty()) {
			sql.bindAll(seen);
			sql.and(patterns.stream()
				.map((pattern) -> impersonal + " like " + pattern)
				.collect(Collectors.joining(" and ", "(" + seen.sql() + " or (", "))")));
		}
	}

}
