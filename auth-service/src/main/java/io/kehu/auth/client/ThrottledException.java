package io.kehu.auth.client;

import java.io.Serial;
import java.time.Duration;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Refuses a client after too many attempts with incorrect secrets.
 */
class ThrottledException extends OAuth2AuthenticationException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Duration delay;

	ThrottledException(Duration delay) {
		super(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "Too many attempts with incorrect client secrets.",
				null));
		this.delay = delay;
	}

	/** Returns the time until the next attempt is allowed. */
	Duration delay() {
		return this.delay;
	}

}
