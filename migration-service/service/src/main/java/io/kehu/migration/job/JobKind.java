package io.kehu.migration.job;

import java.util.List;

/**
 * A kind of job, such as cleaning; each bean of this type is one.
 */
public interface JobKind {

	/** Returns the name in lower case, which never changes once jobs have been stored. */
	String name();

	/**
	 * Returns the stages of a job in their order.
	 * @param task the task; equal tasks have equal stages
	 */
	List<Stage> stages(JobTask task);

	/** Returns whether its jobs deal with live customers, whatever their tasks name. */
	default boolean live() {
		return false;
	}

	/**
	 * Called in the transaction that restarts a stopped or failed job, before it is
	 * queued.
	 * @param task the task
	 * @throws io.kehu.platform.problem.ProblemException if it must not be restarted
	 */
	default void restarting(JobTask task) {
	}

	/**
	 * Called in the transaction that completes a job, possibly again when that
	 * transaction was rolled back.
	 * @param task the task
	 */
	default void completed(JobTask task) {
	}

	/**
	 * Called in the transaction that records the failure of a job.
	 * @param task the task
	 * @param reason the reason for the failure
	 */
	default void failed(JobTask task, String reason) {
	}

}
