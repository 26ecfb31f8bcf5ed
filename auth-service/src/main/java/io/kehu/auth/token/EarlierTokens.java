package io.kehu.auth.token;

import java.util.Arrays;
import java.util.HashSet;

import io.kehu.platform.token.AccessTokenDecoder;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Adds access tokens that have been refreshed since to a store, which keeps only the
 * latest one of a login. Services accept such a token until it expires or is revoked, and
 * so do introspection and the user info endpoint.
 */
class EarlierTokens extends DelegatingAuthorizations {

	private static final String EARLIER = "io.kehu.earlier";

	private final AccessTokenDecoder tokens;

	private final RightsClaims rights;

	EarlierTokens(OAuth2AuthorizationService store, AccessTokenDecoder tokens, RightsClaims rights) {
		super(store);
		this.tokens = tokens;
		this.rights = rights;
	}

	/**
	 * Stores a login. One that was found by an earlier token can only have been revoked:
	 * its latest token is stored as revoked instead.
	 */
	@Override
	public void save(OAuth2Authorization authorization) {
		if (authorization.getAttribute(EARLIER) == null) {
			super.save(authorization);
			return;
		}
		OAuth2Authorization stored = super.findById(authorization.getId());
		OAuth2Authorization.Token<OAuth2AccessToken> latest = (stored != null) ? stored.getAccessToken() : null;
		if (stored != null && latest != null) {
			super.save(OAuth2Authorization.from(stored).invalidate(latest.getToken()).build());
		}
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		OAuth2Authorization found = super.findByToken(token, type);
		boolean mayBeEarlier = type == null || OAuth2TokenType.ACCESS_TOKEN.equals(type);
		return (found == null && mayBeEarlier) ? findEarlier(token) : found;
	}

	private @Nullable OAuth2Authorization findEarlier(String token) {
		Jwt verified;
		try {
			verified = this.tokens.decode(token);
		}
		catch (JwtException ex) {
			return null;
		}
		String login = verified.getClaimAsString("sid");
		OAuth2Authorization found = (login != null) ? super.findById(login) : null;
		return (found != null) ? with(verified, found) : null;
	}

	private OAuth2Authorization with(Jwt token, OAuth2Authorization login) {
		String scopes = this.rights.scopesOf(token);
		return OAuth2Authorization.from(login)
			.token(new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(),
					token.getExpiresAt(),
					new HashSet<>(Arrays.stream(scopes.split(" ")).filter((scope) -> !scope.isEmpty()).toList())),
					(metadata) -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, token.getClaims()))
			.attribute(EARLIER, true)
			.build();
	}

}
