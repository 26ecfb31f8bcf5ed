package io.kehu.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.kehu.platform.digest.Sha256;
import io.kehu.platform.security.RightsSource;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Stores the rights that tokens refer to, by their digest and for as long as such a token
 * can be valid.
 */
@Component
class IssuedRights implements RightsSource {

	/** The lifetime of an access token, twice the granularity below, and clock drift. */
	private static final Duration REMEMBERED_FOR = Duration.ofMinutes(15);

	private static final Duration GRANULARITY = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	IssuedRights(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Stores the rights of a token that is about to be issued.
	 * @param content the rights as JSON
	 * @return their digest
	 */
	String store(String content) {
		String digest = Sha256.base64UrlOf(content);
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from token_rights where issued_at < :expired")
			.param("expired", now.minus(REMEMBERED_FOR).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("""
				insert into token_rights (digest, content, issued_at) values (:digest, :content, :now)
				on conflict (digest) do update set issued_at = excluded.issued_at
				where token_rights.issued_at < :refreshed""")
			.param("digest", digest)
			.param("content", content)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("refreshed", now.minus(GRANULARITY).atOffset(ZoneOffset.UTC))
			.update();
		return digest;
	}

	@Override
	public @Nullable String find(Jwt token) {
		return this.jdbc.sql("select content from token_rights where digest = :digest")
			.param("digest", token.getClaimAsString(CLAIM))
			.query(String.class)
			.optional()
			.orElse(null);
	}

}
