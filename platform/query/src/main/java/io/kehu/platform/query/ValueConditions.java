package io.kehu.platform.query;

import org.jspecify.annotations.Nullable;

/**
 * The conditions by which a list is filtered by a field that can have several values in a
 * record. In each, {@code :value} stands for the requested value.
 *
 * @param equal selects the records that have the value
 * @param like selects the records with a value whose lower-case form matches the pattern
 * {@code :value}, or null if the field has no such filter
 * @param none selects the records without any value, or null if the field has no such
 * filter
 */
public record ValueConditions(String equal, @Nullable String like, @Nullable String none) {

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
				"exists (%s and lower(own.%s) like :value)".formatted(rows, column), "not exists (%s)".formatted(rows));
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
		return new ValueConditions(equal,
				"exists (select 1 from %s where lower(%s) like :value)".formatted(elements, value),
				"not exists (select 1 from %s where %s is not null)".formatted(elements, value));
	}

}
