package io.kehu.migration.job;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Says why a job cannot go on, in words for the steward.
 */
public final class JobFailure extends RuntimeException {

	public JobFailure(String reason) {
		super(reason);
	}

	/** The reason for a steward, or null when the failure is ours. */
	static @Nullable String reason(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			boolean told = cause instanceof JobFailure || cause instanceof IllegalArgumentException
					|| (cause instanceof IOException && cause.getClass().getName().startsWith("io.kehu.migration."));
			if (told && cause.getMessage() != null) {
				return cause.getMessage();
			}
		}
		return null;
	}

}
