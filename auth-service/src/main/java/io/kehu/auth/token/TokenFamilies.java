package io.kehu.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores grants and makes sure that codes and refresh tokens are used once, even with
 * concurrent requests. A reused refresh token has been copied. Since it is unknown who
 * holds the copy, everything descending from the same login ends (RFC 9700, section
 * 4.14.2).
 */
class TokenFamilies extends DelegatingAuthorizations {

	private static final Logger logger = LoggerFactory.getLogger(TokenFamilies.class);

	/**
	 * Two windows of a browser may refresh at the same time; one of them is refused.
	 */
	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

	private static final String PRESENTED = "io.kehu.presented";

	private final Revocations revocations;

	private final AuditLog audit;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	TokenFamilies(OAuth2AuthorizationService store, Revocations revocations, AuditLog audit, JdbcClient jdbc,
			TransactionOperations transactions, Clock clock) {
		super(store);
		this.revocations = revocations;
		this.audit = audit;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		byte[] presented = authorization.getAttribute(PRESENTED);
		this.transactions.executeWithoutResult((status) -> {
			if (presented == null) {
				super.save(authorization);
			}
			else {
				spend(presented, authorization);
				super.save(OAuth2Authorization.from(authorization)
					.attributes((attributes) -> attributes.remove(PRESENTED))
					.build());
			}
			OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
			if (access != null && access.isInvalidated()) {
				revoke(authorization, "token.revoked");
			}
		});
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		OAuth2Authorization found = super.findByToken(token, type);
		if (type == null || !OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
			return (found != null && isFreshCode(found, type)) ? presenting(found, token) : found;
		}
		if (found != null) {
			return presenting(found, token);
		}
		spentLongAgo(Sha256.of(token)).ifPresent(this::end);
		return null;
	}

	/**
	 * Leaves reused codes to the framework, which revokes the tokens issued for them.
	 */
	private static boolean isFreshCode(OAuth2Authorization found, @Nullable OAuth2TokenType type) {
		OAuth2Authorization.Token<OAuth2AuthorizationCode> code = found.getToken(OAuth2AuthorizationCode.class);
		return type != null && CODE.equals(type) && code != null && !code.isInvalidated();
	}

	private static OAuth2Authorization presenting(OAuth2Authorization found, String token) {
		return OAuth2Authorization.from(found).attribute(PRESENTED, Sha256.of(token)).build();
	}

	private void spend(byte[] presented, OAuth2Authorization authorization) {
		int first = this.jdbc.sql("""
				insert into spent_refresh_tokens (digest, authorization_id, spent_at)
				select :digest, id, :now from oauth2_authorization where id = :authorization
				on conflict do nothing""")
			.param("digest", presented)
			.param("authorization", authorization.getId())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (first == 0) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
		}
	}

	private Optional<String> spentLongAgo(byte[] presented) {
		Instant graceBegan = this.clock.instant().minus(GRACE);
		return this.jdbc.sql("""
				select authorization_id from spent_refresh_tokens where digest = :digest and (spent_at < :graceBegan
					or exists (select from spent_refresh_tokens later
						where later.authorization_id = spent_refresh_tokens.authorization_id
							and later.spent_at > spent_refresh_tokens.spent_at))""")
			.param("digest", presented)
			.param("graceBegan", graceBegan.atOffset(ZoneOffset.UTC))
			.query(String.class)
			.optional();
	}

	private void end(String id) {
		OAuth2Authorization family = super.findById(id);
		if (family == null) {
			return;
		}
		logger.warn("A refresh token of {} was reused: its login has been ended", family.getPrincipalName());
		this.transactions.executeWithoutResult((status) -> {
			super.remove(family);
			revoke(family, "token.copy-noticed");
		});
	}

	/**
	 * Revokes all access tokens of a user's login, which carry its id, or the one token
	 * of a client without a login.
	 * @param why the action in the audit log
	 */
	private void revoke(OAuth2Authorization authorization, String why) {
		this.audit.append(why, null,
				Map.of("of", authorization.getPrincipalName(), "authorization", authorization.getId()));
		this.revocations.revoke(authorization.getId());
		OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
		if (access != null && access.getClaims() != null && access.getClaims().get("jti") instanceof String id) {
			this.revocations.revoke(id);
		}
	}

}
