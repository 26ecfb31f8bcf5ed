package io.kehu.auth.token;

import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Stores digests of codes, access tokens and refresh tokens, so that a stolen database
 * holds nothing that can be presented. Tokens are long and random, or signed, so plain
 * SHA-256 is sufficient.
 */
class DigestedTokens extends JdbcOAuth2AuthorizationService {

	private static final String PREFIX = "sha256:";

	private static final Set<String> KEPT_AS_THEY_ARE = Set.of(OAuth2ParameterNames.STATE, OidcParameterNames.ID_TOKEN);

	DigestedTokens(JdbcOperations jdbc, RegisteredClientRepository clients) {
		super(jdbc, clients);
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		super.save(with(authorization, (value) -> value.startsWith(PREFIX) ? value : digest(value)));
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		if (type != null && KEPT_AS_THEY_ARE.contains(type.getValue())) {
			return super.findByToken(token, type);
		}
		String digest = digest(token);
		OAuth2Authorization found = super.findByToken(digest, type);
		if (found != null) {
			return with(found, (value) -> value.equals(digest) ? token : value);
		}
		// Whatever type it may be: also one of those that are kept, but never a digest
		return (type == null && !token.startsWith(PREFIX)) ? super.findByToken(token, null) : null;
	}

	private static OAuth2Authorization with(OAuth2Authorization authorization, UnaryOperator<String> values) {
		OAuth2Authorization.Builder changed = OAuth2Authorization.from(authorization);
		OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
		if (code != null) {
			OAuth2AuthorizationCode token = code.getToken();
			changed.token(new OAuth2AuthorizationCode(values.apply(token.getTokenValue()),
					Objects.requireNonNull(token.getIssuedAt()), Objects.requireNonNull(token.getExpiresAt())));
		}
		OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
		if (access != null) {
			OAuth2AccessToken token = access.getToken();
			changed.token(new OAuth2AccessToken(token.getTokenType(), values.apply(token.getTokenValue()),
					token.getIssuedAt(), token.getExpiresAt(), token.getScopes()));
		}
		OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
		if (refresh != null) {
			OAuth2RefreshToken token = refresh.getToken();
			changed.token(new OAuth2RefreshToken(values.apply(token.getTokenValue()), token.getIssuedAt(),
					token.getExpiresAt()));
		}
		return changed.build();
	}

	private static String digest(String token) {
		return PREFIX + Sha256.base64UrlOf(token);
	}

}
