package io.kehu.migration.job;

/**
 * Where a part stands.
 */
enum PartState {

	/** Any instance may take it. */
	WAITING,

	/** An instance works on it. */
	RUNNING,

	/** It is done, and not done again when the job is started again. */
	DONE,

	/** It cannot be done. */
	FAILED,

	/** It was stopped, or left when another part failed. */
	STOPPED

}
