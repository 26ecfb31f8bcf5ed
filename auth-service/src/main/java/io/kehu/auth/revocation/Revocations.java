package io.kehu.auth.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.kehu.platform.token.RevocationCheck;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Stores revocations for as long as affected tokens could still be valid.
 */
@Component
public class Revocations implements RevocationCheck {

	/** The lifetime of an access token plus a tolerance for clock drift. */
	private static final Duration REMEMBERED_FOR = Duration.ofMinutes(11);

	private final JdbcClient jdbc;

	private final Clock clock;

	Revocations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Revokes every token issued so far that carries this id.
	 * @param id a subject, a client id or a token id
	 */
	public void revoke(String id) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from revocations where forgotten_at < :now").param("now", utc(now)).update();
		this.jdbc.sql("""
				insert into revocations (id, issued_until, forgotten_at) values (:id, :now, :later)
				on conflict (id) do update set issued_until = excluded.issued_until,
					forgotten_at = excluded.forgotten_at""")
			.param("id", id)
			.param("now", utc(now))
			.param("later", utc(now.plus(REMEMBERED_FOR)))
			.update();
	}

	/**
	 * Returns the current revocations, never null.
	 */
	List<Revocation> current() {
		return this.jdbc.sql("select id, issued_until from revocations where forgotten_at > :now order by id")
			.param("now", utc(this.clock.instant()))
			.query((row, number) -> new Revocation(row.getString("id"),
					row.getTimestamp("issued_until").toInstant().getEpochSecond()))
			.list();
	}

	@Override
	public boolean isRevoked(Jwt token) {
		return isRevoked(RevocationCheck.ids(token), Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH));
	}

	/**
	 * Returns whether a token with these ids that was issued at this time is revoked.
	 */
	public boolean isRevoked(Collection<String> ids, Instant issued) {
		return this.jdbc.sql("select exists (select from revocations where id in (:ids) and issued_until >= :issued)")
			.param("ids", ids)
			.param("issued", utc(issued))
			.query(Boolean.class)
			.single();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A revocation.
	 *
	 * @param id a subject, a client id or a token id
	 * @param until the epoch second up to which tokens are revoked
	 */
	record Revocation(String id, long until) {
	}

}
