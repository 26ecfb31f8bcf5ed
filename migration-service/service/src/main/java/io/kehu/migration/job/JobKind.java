package io.kehu.migration.job;

import java.util.List;

/**
 * Something that jobs can do; each bean of this type is a kind of job.
 */
public interface JobKind {

	/** Its name in lower case, never changed once in use. */
	String name();

	/**
	 * The stages of a job in their order.
	 * @param task what it is to do; the same task has the same stages
	 */
	List<Stage> stages(JobTask task);

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
