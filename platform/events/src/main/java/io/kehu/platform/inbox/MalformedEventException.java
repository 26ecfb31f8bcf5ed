package io.kehu.platform.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a record is not an event that the consumer can read; such a record is not
 * retried.
 */
public final class MalformedEventException extends RuntimeException {

	MalformedEventException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
