package io.kehu.platform.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a server does not start; the message contains the reason and the location
 * of the log.
 */
public class ServerStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message one sentence for a person
	 */
	public ServerStartException(String message) {
		super(message);
	}

	/**
	 * Creates the exception.
	 * @param message one sentence for a person
	 * @param cause the underlying failure
	 */
	public ServerStartException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
