package io.kehu.migration.job;

import java.util.List;

/**
 * Something that jobs can do; each bean of this type is a kind of job.
 */
public interface JobKind {

	/** Its name in lower case, never changed once in use. */
	String name();

	/** Its stages in their order. */
	List<Stage> stages();

	/**
	 * Hear that a job has completed; called in the transaction that says so, possibly
	 * again after an interruption.
	 * @param task what it did
	 */
	default void completed(JobTask task) {
	}

	/**
	 * Hear that a job has failed; called in the transaction that says so.
	 * @param task what it was to do
	 * @param reason why it failed
	 */
	default void failed(JobTask task, String reason) {
	}

}
