package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The existing records that a chunk of details refers to, found with few queries. Records
 * that are created while the chunk is processed are added.
 *
 * @param <D> the details
 * @param <R> the records
 */
public interface RecordLookup<D, R> {

	/**
	 * Returns the record that these details refer to, or null if there is none.
	 * @throws ProblemException if there are several, or the record is deleted
	 */
	@Nullable R find(D details);

	/**
	 * Checks the details of an existing record, or of a new one if the record is null.
	 * @throws ProblemException if they refer to something that does not exist or belongs
	 * to another record
	 */
	void check(D details, @Nullable R record);

	/** Returns all keys of all records in the lookup. */
	default Collection<?> keys() {
		return List.of();
	}

	/** Adds a record to the lookup. */
	void add(R record);

}
