package io.kehu.platform.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Says in one sentence why a server does not start, and where its log is.
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
	 * @param cause what went wrong underneath
	 */
	public ServerStartException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
