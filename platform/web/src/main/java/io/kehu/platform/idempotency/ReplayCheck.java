package io.kehu.platform.idempotency;

import java.util.UUID;

/**
 * Checks stored responses of controllers that are not {@link Replayable} themselves.
 */
@FunctionalInterface
public interface ReplayCheck {

	/**
	 * Checks whether the caller may still see the record that was the response.
	 * @param id the id in the response, which may be that of another kind of record
	 * @throws io.kehu.platform.problem.ProblemException with status 404 if it is a record
	 * of this kind that the caller may not see
	 */
	void check(UUID id);

}
