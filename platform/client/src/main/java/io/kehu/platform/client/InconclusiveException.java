package io.kehu.platform.client;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if an attempt results in a response that does not answer the request.
 */
final class InconclusiveException extends IOException {

	private final boolean passing;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param passing whether another attempt, possibly at another instance, may succeed
	 * @param retryAfter the wait before the next attempt as requested by the service, or
	 * null
	 */
	InconclusiveException(String message, boolean passing, @Nullable Duration retryAfter) {
		super(message);
		this.passing = passing;
		this.retryAfter = retryAfter;
	}

	boolean passing() {
		return this.passing;
	}

	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
