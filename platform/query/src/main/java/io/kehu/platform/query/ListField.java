package io.kehu.platform.query;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One field by which a list can be filtered, and perhaps sorted.
 *
 * @param name its name in the query string
 * @param sql the column; or, where a record has several values, a condition with
 * {@code :value} in place of the wanted one
 * @param type how its values are read
 * @param several whether a record has several values
 * @param nullable whether it may be missing
 * @param value reads it from a record, or null when the list cannot be sorted by it
 */
record ListField<T>(String name, String sql, ValueType type, boolean several, boolean nullable,
		@Nullable Function<T, @Nullable Object> value) {

	boolean sortable() {
		return this.value != null;
	}

}
