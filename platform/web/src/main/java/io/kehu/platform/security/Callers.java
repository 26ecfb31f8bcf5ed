package io.kehu.platform.security;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Finds the {@link Caller} of the request that the current thread serves.
 */
public final class Callers {

	private Callers() {
	}

	/**
	 * Returns the caller, never null.
	 * @throws AuthenticationCredentialsNotFoundException when the thread serves no
	 * authenticated request
	 */
	public static Caller current() {
		return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("No caller"));
	}

	/**
	 * Returns the caller, or nothing when the thread serves no authenticated request: an
	 * event is handled, or a schedule runs.
	 */
	public static Optional<Caller> find() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Caller caller) ? Optional.of(caller)
				: Optional.empty();
	}

}
