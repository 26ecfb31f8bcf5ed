package io.kehu.migration.job;

import java.util.Locale;

/**
 * Where a job stands.
 */
public enum JobStatus {

	/** It is about to start. */
	QUEUED,

	/** Its parts are being worked on. */
	RUNNING,

	/** It was told to stop, and some of its parts have not heard yet. */
	STOPPING,

	/** It was stopped, and can be started again. */
	STOPPED,

	/** It cannot go on, for the reason given; it can be started again. */
	FAILED,

	/** It is done. */
	COMPLETED;

	/** Whether nothing happens any more unless somebody starts it again. */
	public boolean ended() {
		return this == STOPPED || this == FAILED || this == COMPLETED;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
