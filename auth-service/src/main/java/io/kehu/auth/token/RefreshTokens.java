package io.kehu.auth.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Generates refresh tokens, for public clients too. Each is used once. A successor
 * inherits the expiry of its predecessor, so that a login ends however often it is
 * refreshed.
 */
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

	private static final int BYTES = 48;

	private final StringKeyGenerator values = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			BYTES);

	private final Clock clock;

	RefreshTokens(Clock clock) {
		this.clock = clock;
	}

	@Override
	public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
		if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
			return null;
		}
		Instant now = this.clock.instant();
		return new OAuth2RefreshToken(this.values.generateKey(), now, expiry(context, now));
	}

	private static Instant expiry(OAuth2TokenContext context, Instant now) {
		OAuth2Authorization authorization = context.getAuthorization();
		if (AuthorizationGrantType.REFRESH_TOKEN.equals(context.getAuthorizationGrantType()) && authorization != null
				&& authorization.getRefreshToken() != null) {
			Instant inherited = authorization.getRefreshToken().getToken().getExpiresAt();
			if (inherited != null) {
				return inherited;
			}
		}
		return now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive());
	}

}
