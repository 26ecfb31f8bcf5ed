package io.kehu.deploy.local.system;

import java.io.Serial;

/**
 * Says in one sentence to a person why something could not be done.
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
