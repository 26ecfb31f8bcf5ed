package io.kehu.platform.record;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Details that are about to be stored.
 *
 * @param details the new details
 * @param before the details of the record before the change, or null if it is new
 * @param id the id of the record, or null if it is new
 */
public record Candidate<D>(D details, @Nullable D before, @Nullable UUID id) {

	/**
	 * Returns whether a field of an existing record would change, or the record is new.
	 */
	public boolean changes(Function<D, ? extends @Nullable Object> field) {
		return this.before == null || !Objects.equals(field.apply(this.before), field.apply(this.details));
	}

}
