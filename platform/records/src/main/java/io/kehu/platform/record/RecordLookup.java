package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The records that some details speak of: found by few queries for a whole chunk, and
 * added to as new ones are made.
 *
 * @param <D> the details
 * @param <R> the records
 */
public interface RecordLookup<D, R> {

	/**
	 * Returns the one record that these details are about, or null.
	 * @throws ProblemException when there are several, or it is deleted
	 */
	@Nullable R find(D details);

	/**
	 * Checks details that shall be those of this record, or of a new one.
	 * @throws ProblemException when they name what is not there, or belongs to another
	 */
	void check(D details, @Nullable R record);

	/** Returns all keys of all records that are known. */
	default Collection<?> keys() {
		return List.of();
	}

	/** Knows one more. */
	void add(R record);

}
