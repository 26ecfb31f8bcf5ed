package io.kehu.auth.token;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;

import io.kehu.auth.revocation.Revocations;
import io.kehu.auth.right.RightsReader;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Introspects tokens with their current state, revocation included. A partner client can
 * introspect only its own tokens (RFC 7662, section 4).
 */
class Introspection implements AuthenticationProvider {

	private final AuthenticationProvider stored;

	private final Revocations revocations;

	Introspection(AuthenticationProvider stored, Revocations revocations) {
		this.stored = stored;
		this.revocations = revocations;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		Authentication answer = this.stored.authenticate(authentication);
		if (!(answer instanceof OAuth2TokenIntrospectionAuthenticationToken token)
				|| !token.getTokenClaims().isActive()) {
			return answer;
		}
		boolean answered = mayKnow(token) && counts(token.getTokenClaims());
		return new OAuth2TokenIntrospectionAuthenticationToken(token.getToken(), (Authentication) token.getPrincipal(),
				answered ? asInTheToken(token.getTokenClaims()) : OAuth2TokenIntrospection.builder().build());
	}

	/** The time of the login is a number in the token (OpenID Connect Core 2). */
	private static OAuth2TokenIntrospection asInTheToken(OAuth2TokenIntrospection claims) {
		Object time = claims.getClaim(IdTokenClaimNames.AUTH_TIME);
		Instant instant = (time instanceof Date date) ? date.toInstant()
				: (time instanceof Instant other) ? other : null;
		return (instant == null) ? claims
				: OAuth2TokenIntrospection.withClaims(claims.getClaims())
					.claim(IdTokenClaimNames.AUTH_TIME, instant.getEpochSecond())
					.build();
	}

	private static boolean mayKnow(OAuth2TokenIntrospectionAuthenticationToken token) {
		RegisteredClient client = Objects
			.requireNonNull(((OAuth2ClientAuthenticationToken) token.getPrincipal()).getRegisteredClient());
		return !client.getClientId().startsWith(RightsReader.PARTNER)
				|| client.getClientId().equals(token.getTokenClaims().getClientId());
	}

	private boolean counts(OAuth2TokenIntrospection claims) {
		return !this.revocations.isRevoked(
				Stream.of(claims.getSubject(), claims.getClientId(), claims.getClaimAsString("sid"), claims.getId())
					.filter(Objects::nonNull)
					.toList(),
				Objects.requireNonNullElse(claims.getIssuedAt(), Instant.EPOCH));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.stored.supports(authentication);
	}

}
