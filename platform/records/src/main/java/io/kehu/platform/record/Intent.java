package io.kehu.platform.record;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A change of a record that has a meaning, such as converting a lead: usually a reference
 * to a method of the entity.
 *
 * @param <R> the entity
 */
@FunctionalInterface
public interface Intent<R> {

	/**
	 * Changes a record.
	 * @param record a record that the caller may change, in the expected version
	 * @param now the time of the change
	 * @return the event to publish, or null if the record has not changed
	 */
	@Nullable RecordEvent apply(R record, Instant now);

}
