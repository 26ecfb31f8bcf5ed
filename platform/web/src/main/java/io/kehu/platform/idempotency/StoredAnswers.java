package io.kehu.platform.idempotency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores the responses to idempotent requests for 24 hours.
 */
final class StoredAnswers {

	static final Duration KEPT = Duration.ofHours(24);

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	StoredAnswers(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Locks the key until the end of the transaction.
	 * @return false if another request holds the lock
	 */
	boolean lock(String caller, String key) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtextextended(?, 1))",
				Boolean.class, caller + "\n" + key));
	}

	Optional<StoredAnswer> find(String caller, String key) {
		return this.jdbc.query("""
				select fingerprint, status, headers, body from idempotent_answer
				where caller = ? and key = ? and created_at > ?""", (row, number) -> new StoredAnswer(row.getString(1),
				row.getInt(2), this.json.readValue(row.getString(3), new TypeReference<>() {
				}), row.getString(4)), caller, key, Timestamp.from(this.clock.instant().minus(KEPT)))
			.stream()
			.findFirst();
	}

	void store(String caller, String key, StoredAnswer answer) {
		this.jdbc.update("""
				insert into idempotent_answer (caller, key, fingerprint, status, headers, body, created_at)
				values (?, ?, ?, ?, ?::jsonb, ?, ?)
				on conflict (caller, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
				headers = excluded.headers, body = excluded.body, created_at = excluded.created_at""", caller, key,
				answer.fingerprint(), answer.status(), this.json.writeValueAsString(answer.headers()), answer.body(),
				Timestamp.from(this.clock.instant()));
	}

	void forgetOld() {
		this.jdbc.update("delete from idempotent_answer where created_at < ?",
				Timestamp.from(this.clock.instant().minus(KEPT)));
	}

}
