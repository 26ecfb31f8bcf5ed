package io.kehu.migration.job;

import java.util.Locale;

/**
 * The status of a job.
 */
public enum JobStatus {

	/** It is about to start. */
	QUEUED,

	/** Its parts are being processed. */
	RUNNING,

	/** It is to stop, and some of its parts are still running. */
	STOPPING,

	/** It was stopped, and can be restarted. */
	STOPPED,

	/** It failed, and can be restarted. */
	FAILED,

	/** It is done. */
	COMPLETED;

	/** Returns whether the job has ended, so that only a restart changes it. */
	public boolean ended() {
		return this == STOPPED || this == FAILED || this == COMPLETED;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
