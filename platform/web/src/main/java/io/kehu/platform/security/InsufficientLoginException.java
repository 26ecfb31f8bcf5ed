package io.kehu.platform.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;

/**
 * Says that a person has to log in again before they may do this.
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

	/** How long ago the login may be. */
	Duration longest() {
		return this.longest;
	}

	/** The class that the login must have, or null. */
	@Nullable String acr() {
		return this.acr;
	}

}
