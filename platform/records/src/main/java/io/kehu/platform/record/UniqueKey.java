package io.kehu.platform.record;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.sealing.BlindIndex;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value identifies a record.
 *
 * @param field the name of the field in JSON and of the entity's attribute
 * @param wanted returns the value in the details, or null
 * @param held returns the value of a record
 * @param fixed whether the value never changes
 * @param index the index by which records are found if the field is sealed, or null
 */
record UniqueKey<D, R extends StoredRecord<?>>(String field, Function<D, ? extends @Nullable Object> wanted,
		Function<R, ? extends @Nullable Object> held, boolean fixed, @Nullable BlindIndex index) {

	/** Returns a sealed key, whose values are compared in their normalized form. */
	static <D, R extends StoredRecord<?>> UniqueKey<D, R> sealed(UniqueKey<D, R> key, BlindIndex index) {
		return new UniqueKey<>(key.field(), (details) -> normalized(key.wanted().apply(details)),
				(record) -> normalized(key.held().apply(record)), key.fixed(), index);
	}

	private static @Nullable Object normalized(@Nullable Object value) {
		return (value != null) ? BlindIndex.normalized(value.toString()) : null;
	}

	/** Returns the records, including deleted ones, that have one of these values. */
	List<R> find(RecordTable<R> table, List<?> values) {
		BlindIndex codes = this.index;
		return (codes == null) ? table.findBy(this.field, values)
				: table.findByIndex(this.field,
						values.stream()
							.map((value) -> codes.allAsText(this.field, Objects.toString(value)))
							.collect(Collectors.joining(",")));
	}

	String pointer() {
		return "/" + this.field;
	}

}
