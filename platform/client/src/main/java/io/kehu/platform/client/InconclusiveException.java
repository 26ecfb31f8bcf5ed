package io.kehu.platform.client;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An attempt has brought a reply that answers nothing.
 */
final class InconclusiveException extends IOException {

	private final boolean passing;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param passing whether another attempt, now or at another instance, may fare better
	 * @param retryAfter after what time the service asks to try again, or null
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
