package io.kehu.platform.idempotency;

/**
 * Implemented by controllers whose stored responses contain records: decides what the
 * caller gets to see of them when a request is repeated.
 */
public interface Replayable {

	/**
	 * Returns the body of a stored response as the caller may see it now.
	 * @param body the stored body
	 * @return the body, or an empty text if the request is to be processed again, because
	 * it changes nothing
	 * @throws io.kehu.platform.problem.ProblemException with status 404 if the caller may
	 * not see the record any more
	 */
	String replayed(String body);

}
