package io.kehu.deploy.local.system;

import java.io.Serial;

/**
 * Thrown when a command fails; the message explains the reason to the user.
 */
public final class LaunchFailure extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	public LaunchFailure(String sentence) {
		super(sentence);
	}

	public LaunchFailure(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
