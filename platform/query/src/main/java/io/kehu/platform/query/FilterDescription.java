package io.kehu.platform.query;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;

import org.springframework.util.StringUtils;

/**
 * Describes the filter of a list by one field: a parameter for each operator.
 */
final class FilterDescription {

	private static final Map<ValueType, String> TITLES = Map.of(ValueType.UUID_VALUE, "UuidFilter", ValueType.INSTANT,
			"InstantFilter", ValueType.DATE, "DateFilter", ValueType.BOOLEAN, "BooleanFilter", ValueType.NUMBER,
			"NumberFilter");

	private FilterDescription() {
	}

	static Parameter of(ListField<?> field) {
		Schema<?> operators = new ObjectSchema().title(title(field));
		operators.setProperties(operators(field));
		operators.setAdditionalProperties(false);
		return new Parameter().in("query")
			.name(field.name())
			.style(Parameter.StyleEnum.DEEPOBJECT)
			.explode(true)
			.description("`%1$s[operator]=value`; `%1$s=value` is short for `%1$s[eq]=value`".formatted(field.name()))
			.schema(operators);
	}

	/**
	 * Returns the filters by the members of a JSON object, whose names are not known: an
	 * object that is sent as parameters with the names of its members.
	 */
	static Parameter ofMembers(String field) {
		Schema<?> members = new ObjectSchema().title("MembersFilter");
		members.setPatternProperties(Map.of("^%s\\.[A-Za-z0-9_]+(\\[[a-z]+])?$".formatted(field), new StringSchema()));
		members.setAdditionalProperties(false);
		return new Parameter().in("query")
			.name(field)
			.style(Parameter.StyleEnum.FORM)
			.explode(true)
			.description("`%1$s.member=value` or `%1$s.member[operator]=value`".formatted(field))
			.schema(members);
	}

	/** Returns a name for the type of the filter in generated clients. */
	private static String title(ListField<?> field) {
		ValueConditions several = field.several();
		if (several != null) {
			return (several.like() != null) ? "TextsFilter"
					: (several.ranges() != null) ? "FigureFilter" : "ValuesFilter";
		}
		if (!field.type().constants().isEmpty()) {
			return StringUtils.capitalize(field.name()) + "Filter";
		}
		return TITLES.getOrDefault(field.type(), "TextFilter");
	}

	@SuppressWarnings("rawtypes")
	private static Map<String, Schema> operators(ListField<?> field) {
		Map<String, Schema> operators = new LinkedHashMap<>();
		operators.put("eq", value(field.type()).description("Has this value; repeated, any of the values"));
		operators.put("ne", value(field.type()).description("Does not have this value; repeated, none of the values"));
		operators.put("in", text("Has any of these values, separated by commas"));
		ValueConditions several = field.several();
		if (several != null) {
			operators.put("all", text("Has each of these values, separated by commas"));
		}
		if ((several == null) ? field.type().isOrdered() : several.ranges() != null) {
			operators.put("gt", value(field.type()).description("Is greater or later"));
			operators.put("gte", value(field.type()).description("Is equal, greater or later"));
			operators.put("lt", value(field.type()).description("Is less or earlier"));
			operators.put("lte", value(field.type()).description("Is equal, less or earlier"));
		}
		if (several == null || several.none() != null) {
			operators.put("null", new BooleanSchema().description("true: has no value; false: has one"));
		}
		if ((several == null) ? field.type().isText() : several.like() != null) {
			operators.put("like", text("Matches this text regardless of case; `*` stands for any characters"));
		}
		return operators;
	}

	private static Schema<?> text(String description) {
		return new StringSchema().description(description);
	}

	private static Schema<?> value(ValueType type) {
		if (type.equals(ValueType.UUID_VALUE)) {
			return new StringSchema().format("uuid");
		}
		if (type.equals(ValueType.INSTANT)) {
			return new StringSchema().format("date-time");
		}
		if (type.equals(ValueType.DATE)) {
			return new StringSchema().format("date");
		}
		if (type.equals(ValueType.BOOLEAN)) {
			return new BooleanSchema();
		}
		if (type.equals(ValueType.NUMBER)) {
			return new NumberSchema();
		}
		StringSchema text = new StringSchema();
		type.constants().forEach(text::addEnumItem);
		return text;
	}

}
