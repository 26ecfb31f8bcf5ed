package io.kehu.platform.record;

import java.util.Collection;
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
 * @param restored whether the record was deleted until now
 */
public record Candidate<D>(D details, @Nullable D before, @Nullable UUID id, boolean restored) {

	/**
	 * Returns whether a field of an existing record would change, or the record is new.
	 */
	public boolean changes(Function<D, ? extends @Nullable Object> field) {
		return this.before == null || !Objects.equals(field.apply(this.before), field.apply(this.details));
	}

	/**
	 * Returns whether a reference has to be checked that is one of several. Those that an
	 * existing record has already are not checked again, unless the record is restored:
	 * what it refers to may have been deleted in the meantime.
	 */
	public <T> boolean adds(Function<D, ? extends Collection<T>> field, T reference) {
		return this.before == null || this.restored || !field.apply(this.before).contains(reference);
	}

}
