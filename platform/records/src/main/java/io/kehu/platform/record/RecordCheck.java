package io.kehu.platform.record;

import io.kehu.platform.problem.ProblemException;

/**
 * Checks details before they are stored.
 *
 * @param <D> the client-writable fields of a record
 */
@FunctionalInterface
public interface RecordCheck<D> {

	/**
	 * Checks the details of a new or an existing record.
	 * @throws ProblemException if they cannot be stored
	 */
	void check(Candidate<D> candidate);

}
