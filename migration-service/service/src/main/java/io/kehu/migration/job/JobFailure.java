package io.kehu.migration.job;

import java.io.IOException;

/**
 * Fails a job for a reason that the steward can understand and remedy.
 */
public final class JobFailure extends RuntimeException {

	/** Stands for every reason that only the log tells. */
	static final String INTERNAL = "Internal error; it has been logged.";

	/**
	 * Creates a failure.
	 * @param reason the reason, in words for the steward
	 */
	public JobFailure(String reason) {
		super(reason);
	}

	/**
	 * Returns the reason for a failure in words for the steward, which is
	 * {@link #INTERNAL} unless the failure was caused by the task or its data.
	 */
	static String reason(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			boolean understandable = cause instanceof JobFailure || cause instanceof IllegalArgumentException
					|| (cause instanceof IOException && cause.getClass().getName().startsWith("io.kehu.migration."));
			if (understandable && cause.getMessage() != null) {
				return cause.getMessage();
			}
		}
		return INTERNAL;
	}

}
