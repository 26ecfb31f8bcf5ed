package io.kehu.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Knows whether whoever calls has logged in recently. {@link RecentLogin} asks it before
 * a controller is called; other code asks when only the request's body tells how
 * dangerous it is.
 */
public final class RecentLogins {

	private final Clock clock;

	private final @Nullable String acr;

	RecentLogins(Clock clock, @Nullable String acr) {
		this.clock = clock;
		this.acr = acr;
	}

	/**
	 * Checks that a person who calls has logged in recently; programs never do, and may.
	 * @throws InsufficientLoginException when it is too long ago, or not known when
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
