package io.kehu.platform.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;

/**
 * Thrown if the user has to log in again to perform an action.
 */
public class InsufficientLoginException extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration longest;

	private final @Nullable String acr;

	InsufficientLoginException(Duration longest, @Nullable String acr) {
		super("A recent login is required");
		this.longest = longest;
		this.acr = acr;
	}

	/** Returns the maximum age of the login. */
	Duration longest() {
		return this.longest;
	}

	/** Returns the required authentication context class (acr), or null. */
	@Nullable String acr() {
		return this.acr;
	}

}
