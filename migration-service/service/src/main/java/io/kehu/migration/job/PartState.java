package io.kehu.migration.job;

/**
 * The state of a part.
 */
enum PartState {

	/** Any instance may claim it. */
	WAITING,

	/** An instance works on it. */
	RUNNING,

	/** It is done for good; a restart of the job keeps it. */
	DONE,

	/** It failed. */
	FAILED,

	/** It was stopped, or abandoned because another part failed. */
	STOPPED

}
