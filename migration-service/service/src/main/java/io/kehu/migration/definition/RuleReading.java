package io.kehu.migration.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.expression.Expression;
import io.kehu.migration.clean.filter.Condition;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;

/**
 * Reads rules from JSON, and reports what is wrong with them and where.
 */
@Component
public class RuleReading {

	private final RequestJson json;

	RuleReading(RequestJson json) {
		this.json = json;
	}

	/**
	 * Reads rules.
	 * @param rules the JSON of the rules
	 * @param pointer the place of the rules in the body
	 * @return the rules
	 * @throws ProblemException 400 with a pointer for each invalid rule
	 */
	public List<Rule> read(List<JsonNode> rules, String pointer) {
		List<Rule> read = new ArrayList<>();
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < rules.size(); i++) {
			String place = pointer + "/" + i;
			List<FieldError> missing = RequiredFields.missing(rules.get(i), Rule.class, place);
			if (!missing.isEmpty()) {
				errors.addAll(missing);
				continue;
			}
			try {
				Rule rule = this.json.reader(Rule.class)
					.without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
					.readValue(rules.get(i));
				if (errors.isEmpty()) {
					check(rule, place, errors);
				}
				read.add(rule);
			}
			catch (InvalidTypeIdException ex) {
				errors.add(unknownKind(ex, place));
			}
			catch (JacksonException ex) {
				errors.add(placed(FieldErrors.of(ex), place));
			}
		}
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
		return read;
	}

	private static FieldError placed(FieldError error, String place) {
		return FieldError.at(place + Objects.requireNonNullElse(error.pointer(), ""), error.code(), error.message());
	}

	/** Returns the error for an unknown kind, with the known ones. */
	private static FieldError unknownKind(InvalidTypeIdException failure, String place) {
		Class<?> type = failure.getBaseType().getRawClass();
		JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
		String property = (info != null) ? info.property() : "kind";
		JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
		String known = (kinds != null)
				? Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", ")) : "";
		StringBuilder pointer = new StringBuilder(place);
		for (JacksonException.Reference step : failure.getPath()) {
			String name = step.getPropertyName();
			pointer.append('/').append((name != null) ? name : String.valueOf(step.getIndex()));
		}
		if (!pointer.toString().endsWith("/" + property)) {
			pointer.append('/').append(property);
		}
		String given = failure.getTypeId();
		return FieldError.at(pointer.toString(), "unknown_rule", "%s: must be one of %s"
			.formatted((given != null) ? "\"%s\" is not known".formatted(given) : "missing", known));
	}

	private static void check(Rule rule, String place, List<FieldError> errors) {
		try {
			if (rule instanceof Rule.Compute compute) {
				Expression.text(compute.expression());
			}
			if (rule instanceof Rule.Filter filter) {
				check(filter.keep());
			}
		}
		catch (IllegalArgumentException | com.google.re2j.PatternSyntaxException ex) {
			String inner = (rule instanceof Rule.Compute) ? "/expression" : "/keep";
			errors.add(FieldError.at(place + inner, "invalid_expression", String.valueOf(ex.getMessage())));
		}
	}

	private static void check(Condition condition) {
		if (condition instanceof Condition.Not not) {
			check(not.condition());
		}
		else if (condition instanceof Condition.All all) {
			all.conditions().forEach(RuleReading::check);
		}
		else if (condition instanceof Condition.Any any) {
			any.conditions().forEach(RuleReading::check);
		}
		else if (condition instanceof Condition.Stated stated) {
			Expression.condition(stated.expression());
		}
		else if (condition instanceof Condition.Matching matching) {
			com.google.re2j.Pattern.compile(matching.pattern());
		}
	}

	/**
	 * Checks that rules fit the columns of a data set.
	 * @param rules the rules
	 * @param columns the columns
	 * @param references the names of the sets of known keys
	 * @param pointer the pointer of the error
	 * @throws ProblemException 400 if a rule refers to a column that does not exist at
	 * that point
	 */
	public static void fit(List<Rule> rules, List<String> columns, Set<String> references, String pointer) {
		Map<String, Set<String>> none = new java.util.HashMap<>();
		references.forEach((name) -> none.put(name, Set.of()));
		Table table = new Table(columns.stream().map((name) -> Column.of(name, List.of())).toList());
		for (int i = 0; i < rules.size(); i++) {
			try {
				table = new Chain("fit", 0, List.of(rules.get(i))).run(table, none).after();
			}
			catch (IllegalArgumentException ex) {
				String message = String.valueOf(ex.getMessage());
				if (message.startsWith("No ") || message.startsWith("A table needs")) {
					throw ProblemException.invalid(pointer, "unsuitable_rule", "rule %d: %s".formatted(i + 1, message));
				}
			}
		}
	}

}
