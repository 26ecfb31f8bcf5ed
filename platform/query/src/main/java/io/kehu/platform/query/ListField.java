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
 */
record ListField<T>(String name, String sql, ValueType type, @Nullable ValueConditions several, boolean nullable,
		@Nullable Function<T, @Nullable Object> value) {

	boolean sortable() {
		return this.value != null;
	}

}
