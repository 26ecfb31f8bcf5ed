package io.kehu.platform.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Says that a record is not an event that this consumer can read; retrying is no use.
 */
public final class MalformedEventException extends RuntimeException {

	MalformedEventException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
