package io.kehu.platform.query;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of a JSON object as fields of a list. Filters compare them as text, whether
 * they are texts, numbers or booleans; ranges are those of numbers, or of dates and
 * moments. Lists are sorted by type first, numbers by size.
 *
 * @param name the name of the object in the query string
 * @param column the column of type {@code jsonb}
 * @param members returns the members of a record
 */
record JsonFields<T>(String name, String column, Function<T, ? extends Map<String, ?>> members) {

	/** Only such names become part of the SQL. */
	private static final Pattern MEMBER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,49}");

	/** Texts of this form sort by time. */
	private static final Pattern DATE = Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[^+]+Z)?$");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** Returns the field of a member, or null if there can be no such member. */
	@Nullable ListField<T> find(String member) {
		if (!MEMBER.matcher(member).matches()) {
			return null;
		}
		String value = "nullif(%s -> '%s', cast('null' as jsonb))".formatted(this.column, member);
		String text = "(%s ->> '%s')".formatted(this.column, member);
		ValueConditions conditions = new ValueConditions(equal(member), ValueConditions.matching(text),
				text + " is null", (comparison, end) -> range(text, member, comparison, end));
		return new ListField<>(this.name + "." + member, text, ValueType.TEXT, conditions, true,
				(record) -> json(record, member), null, value);
	}

	/**
	 * Contains the member as text, as an element of a list, or, if it looks like one, as
	 * a number or boolean.
	 */
	private String equal(String member) {
		return ("%1$s @> jsonb_build_object('%2$s', cast(:value as text)) or "
				+ "%1$s @> jsonb_build_object('%2$s', jsonb_build_array(cast(:value as text))) or %1$s @> jsonb_build_object('%2$s', "
				+ "case when cast(:value as text) ~ '^(-?(0|[1-9][0-9]*)([.][0-9]+)?|true|false)$' "
				+ "then cast(cast(:value as text) as jsonb) else to_jsonb(cast(:value as text)) end)")
			.formatted(this.column, member);
	}

	/**
	 * A number is compared with numbers and amounts of money alone, a date or moment with
	 * dates and moments.
	 */
	private String range(String text, String member, String comparison, String end) {
		if (DATE.matcher(end).matches()) {
			ValueType type = end.contains("T") ? ValueType.INSTANT : ValueType.DATE;
			type.check(end);
			return "case when %1$s ~ '%2$s' then %1$s collate \"C\" %3$s :value else false end".formatted(text,
					DATE.pattern(), comparison);
		}
		ValueType.NUMBER.check(end);
		return ("case jsonb_typeof(%1$s -> '%2$s') when 'number' then cast(%3$s as numeric) %4$s "
				+ "cast(:value as numeric) when 'object' then cast(%1$s -> '%2$s' ->> 'amount' as numeric) %4$s "
				+ "cast(:value as numeric) else false end")
			.formatted(this.column, member, text, comparison);
	}

	private @Nullable Object json(T record, String member) {
		Object value = this.members.apply(record).get(member);
		return (value != null) ? MAPPER.writeValueAsString(value) : null;
	}

}
