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
 * Remembers whose tokens were taken back, for as long as one of them could still be used.
 */
@Component
public class Revocations implements RevocationCheck {

	/** The life of an access token, with some room for clocks that differ. */
	private static final Duration REMEMBERED_FOR = Duration.ofMinutes(11);

	private final JdbcClient jdbc;

	private final Clock clock;

	Revocations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes back every token issued until now that carries this id.
	 * @param id a subject, a client's id or the id of one token
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
	 * Returns what is revoked at the moment, never null.
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
	 * Returns whether a token that carries these ids and was issued then counts no more.
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
	 * One id whose tokens count no more.
	 *
	 * @param id a subject, a client's id or the id of one token
	 * @param until tokens issued up to this second are revoked, counted from 1970
	 */
	record Revocation(String id, long until) {
	}

}
