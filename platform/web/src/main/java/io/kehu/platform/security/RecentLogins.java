package io.kehu.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Checks whether the calling user has logged in recently. {@link RecentLogin} applies
 * this check before a controller method is called; other code calls it if the need for a
 * recent login depends on the request body.
 */
public final class RecentLogins {

	private final Clock clock;

	private final @Nullable String acr;

	RecentLogins(Clock clock, @Nullable String acr) {
		this.clock = clock;
		this.acr = acr;
	}

	/**
	 * Checks that the calling user has logged in recently. Clients that act on their own
	 * behalf always pass, because they never log in.
	 * @throws InsufficientLoginException if the login is older than
	 * {@link RecentLogin#MINUTES} minutes, if its time is unknown or if it does not have
	 * the required authentication context class
	 */
	public void check() {
		check(Duration.ofMinutes(RecentLogin.MINUTES));
	}

	void check(Duration longest) {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
				&& caller.getPrincipal() instanceof Caller who && who.userId() != null
				&& !suffices(caller.getToken(), longest)) {
			throw new InsufficientLoginException(longest, this.acr);
		}
	}

	private boolean suffices(Jwt token, Duration longest) {
		Instant login = token.getClaimAsInstant("auth_time");
		return login != null && !login.plus(longest).isBefore(this.clock.instant())
				&& (this.acr == null || this.acr.equals(token.getClaimAsString("acr")));
	}

}
