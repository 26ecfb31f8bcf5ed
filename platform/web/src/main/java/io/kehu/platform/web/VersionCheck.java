package io.kehu.platform.web;

import io.kehu.platform.problem.ProblemException;

/**
 * A client's condition on the version of the record that it changes.
 */
@FunctionalInterface
public interface VersionCheck {

	/**
	 * Checks the version of the record.
	 * @throws ProblemException with status 412 if the condition does not hold
	 */
	void check(long version);

}
