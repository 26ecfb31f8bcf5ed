package io.kehu.platform.query;

import org.jspecify.annotations.Nullable;

/**
 * The conditions by which a list is filtered by a field that can have several values in a
 * record. In each, {@code :value} stands for the requested value.
 *
 * @param equal selects the records that have the value
 * @param like selects the records with a value that matches the pattern {@code :value},
 * see {@link #matching}, or null if the field has no such filter
 * @param none selects the records without any value, or null if the field has no such
 * filter
 * @param ranges selects the records with a value in a range, or null if the field has no
 * such filters
 */
public record ValueConditions(String equal, @Nullable String like, @Nullable String none, @Nullable Ranges ranges) {

	/** Creates the conditions of a field without filters by range. */
	public ValueConditions(String equal, @Nullable String like, @Nullable String none) {
		this(equal, like, none, null);
	}

	/**
	 * Returns the condition that a text matches the pattern {@code :value}, regardless of
	 * case.
	 */
	public static String matching(String text) {
		return Sql.matching(text, ":value");
	}

	/** Returns the conditions for one text that is equal to others regardless of case. */
	static ValueConditions ofCaseless(String text) {
		return new ValueConditions("lower(%s) = lower(:value)".formatted(text), matching(text), text + " is null");
	}

	/**
	 * Returns the conditions for external ids, whose values are {@code system:id}.
	 * @param reference the column that refers to the record
	 * @param id the id of the record
	 */
	static ValueConditions ofExternalIds(String table, String reference, String id) {
		String own = "select 1 from %s x where x.%s = %s".formatted(table, reference, id);
		return new ValueConditions(
				// An array, which PostgreSQL looks up by the index even among
				// alternatives
				"%s = any(array(select x.%s from %s x where x.system = split_part(:value, ':', 1)".formatted(id,
						reference, table)
						+ " and x.external_id = substr(:value, length(split_part(:value, ':', 1)) + 2)))",
				"exists (%s and %s)".formatted(own, matching("x.system || ':' || x.external_id")),
				"not exists (%s)".formatted(own));
	}

	/**
	 * Returns the conditions for a member of the objects in a {@code jsonb} array.
	 * @param equal selects the records that have the value
	 * @param column the column with the array
	 * @param member the name of the member
	 */
	public static ValueConditions ofMember(String equal, String column, String member) {
		return of(equal, "jsonb_array_elements(%s) as element (item)".formatted(column),
				"element.item ->> '%s'".formatted(member));
	}

	/**
	 * Returns the conditions for the texts in a {@code jsonb} array.
	 * @param equal selects the records that have the value
	 * @param column the column with the array
	 */
	public static ValueConditions ofTexts(String equal, String column) {
		return of(equal, "jsonb_array_elements_text(%s) as element (item)".formatted(column), "element.item");
	}

	/**
	 * Returns the conditions for texts in a table of their own.
	 * @param reference the condition that selects the rows of the record, with the alias
	 * {@code own}
	 */
	public static ValueConditions ofRows(String table, String reference, String column) {
		String rows = "select 1 from %s own where %s".formatted(table, reference);
		return new ValueConditions("exists (%s and own.%s = :value)".formatted(rows, column),
				"exists (%s and %s)".formatted(rows, matching("own." + column)), "not exists (%s)".formatted(rows));
	}

	/**
	 * Returns the conditions for ids in a table of their own.
	 * @param reference the condition that selects the rows of the record, with the alias
	 * {@code own}
	 */
	public static ValueConditions ofIds(String table, String reference, String column) {
		String rows = "select 1 from %s own where %s".formatted(table, reference);
		return new ValueConditions("exists (%s and own.%s = cast(:value as uuid))".formatted(rows, column), null,
				"not exists (%s)".formatted(rows));
	}

	private static ValueConditions of(String equal, String elements, String value) {
		return new ValueConditions(equal, "exists (select 1 from %s where %s)".formatted(elements, matching(value)),
				"not exists (select 1 from %s where %s is not null)".formatted(elements, value));
	}

	/**
	 * Creates conditions that select the records with a value in a range.
	 */
	@FunctionalInterface
	public interface Ranges {

		/**
		 * Returns the condition, with the end of the range as {@code :value}.
		 * @param comparison the operator in SQL
		 * @param end the end of the range
		 * @throws RuntimeException if there is no order for such a value
		 */
		String of(String comparison, String end);

	}

}
