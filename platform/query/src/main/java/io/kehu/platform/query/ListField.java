package io.kehu.platform.query;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A field by which a list can be filtered and, optionally, sorted.
 *
 * @param name the name in the query string
 * @param sql the column or, for fields with several values, the condition for a value
 * @param type the type of the values
 * @param several the conditions of a field with several values; null if a record has one
 * value at most
 * @param nullable whether the value can be missing
 * @param value returns the value of a record; null if the list cannot be sorted by the
 * field
 * @param permission the permission that is needed to see the values, or null if it is
 * that to read the record
 * @param order the expression by which the list is sorted if it is not {@code sql}; of
 * type {@code jsonb}
 */
record ListField<T>(String name, String sql, ValueType type, @Nullable ValueConditions several, boolean nullable,
		@Nullable Function<T, @Nullable Object> value, @Nullable String permission, @Nullable String order) {

	ListField(String name, String sql, ValueType type, @Nullable ValueConditions several, boolean nullable,
			@Nullable Function<T, @Nullable Object> value) {
		this(name, sql, type, several, nullable, value, null, null);
	}

	/** Returns a copy whose values can be seen with this permission only. */
	ListField<T> personal(String needed) {
		return new ListField<>(this.name, this.sql, this.type, this.several, this.nullable, this.value, needed,
				this.order);
	}

	/** Returns the expression by which the list is sorted. */
	String sortedBy() {
		return (this.order != null) ? this.order : this.sql;
	}

	/** Returns the placeholder of a value as the expression is compared with it. */
	String compared(String placeholder) {
		return (this.order != null) ? "cast(" + placeholder + " as jsonb)" : placeholder;
	}

	boolean sortable() {
		return this.value != null;
	}

}
