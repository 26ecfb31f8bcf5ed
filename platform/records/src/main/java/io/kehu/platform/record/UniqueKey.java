package io.kehu.platform.record;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value identifies a record.
 *
 * @param field the name of the field in JSON and of the entity's attribute
 * @param wanted returns the value in the details, or null
 * @param held returns the value of a record
 * @param fixed whether the value never changes
 */
record UniqueKey<D, R>(String field, Function<D, ? extends @Nullable Object> wanted,
		Function<R, ? extends @Nullable Object> held, boolean fixed) {

	String pointer() {
		return "/" + this.field;
	}

}
