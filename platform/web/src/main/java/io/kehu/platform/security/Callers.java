package io.kehu.platform.security;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Provides access to the {@link Caller} of the request that is processed by the current
 * thread.
 */
public final class Callers {

	private Callers() {
	}

	/**
	 * Returns the caller, never null.
	 * @throws AuthenticationCredentialsNotFoundException if the thread does not process
	 * an authenticated request
	 */
	public static Caller current() {
		return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("No caller"));
	}

	/**
	 * Returns the caller; empty if the thread does not process an authenticated request,
	 * for example while it handles an event or runs a scheduled task.
	 */
	public static Optional<Caller> find() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Caller caller) ? Optional.of(caller)
				: Optional.empty();
	}

}
