package io.kehu.platform.record;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what details leave out, such as a price that is looked up.
 *
 * @param <D> the client-writable fields of a record
 */
@FunctionalInterface
public interface DetailsCompletion<D> {

	/**
	 * Returns complete details. Complete ones are returned as they are.
	 * @param details valid details
	 * @param before the details of the record before the change, or null if it is new
	 * @throws ProblemException if the details can't be completed
	 */
	D complete(D details, @Nullable D before);

}
