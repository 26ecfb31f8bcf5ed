package io.kehu.auth.client;

import io.kehu.auth.throttle.Attempts;
import io.kehu.auth.throttle.Guess;
import io.kehu.auth.throttle.Throttle;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Slows down the guessing of client secrets (RFC 6749, section 2.3.1), per client and
 * address, so that an attacker elsewhere can't lock the client out.
 */
class ThrottledSecrets implements AuthenticationProvider {

	private final AuthenticationProvider secrets;

	private final Throttle throttle;

	ThrottledSecrets(AuthenticationProvider secrets, Throttle throttle) {
		this.secrets = secrets;
		this.throttle = throttle;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) throws AuthenticationException {
		String subject = authentication.getName() + " from " + address(authentication);
		Attempts failures = this.throttle.known(Guess.CLIENT, subject);
		if (!failures.delay().isZero()) {
			throw new ThrottledException(failures.delay());
		}
		Authentication proved;
		try {
			proved = this.secrets.authenticate(authentication);
		}
		catch (OAuth2AuthenticationException ex) {
			if (ex.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
				this.throttle.attempt(Guess.CLIENT, subject);
			}
			throw ex;
		}
		if (proved != null && failures.count() > 0) {
			this.throttle.succeeded(Guess.CLIENT, subject);
		}
		return proved;
	}

	static String address(Authentication authentication) {
		return (authentication.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.secrets.supports(authentication);
	}

}
