package io.kehu.platform.idempotency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores the responses to idempotent requests for 24 hours. They are sealed, since they
 * contain personal data and secrets, and so are the fingerprints of the requests, from
 * which short values could be guessed.
 */
final class StoredAnswers implements SealedPlace {

	static final Duration KEPT = Duration.ofHours(24);

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final Sealing sealing;

	private final SealedRows rows;

	StoredAnswers(JdbcTemplate jdbc, JsonMapper json, Clock clock, Sealing sealing, SealedRows rows) {
		this.sealing = sealing;
		this.rows = rows;
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
				where caller = ? and key = ? and created_at > ?""",
				(row, number) -> new StoredAnswer(this.sealing.openText(row.getString(1), fingerprint(caller, key)),
						row.getInt(2), this.json.readValue(row.getString(3), new TypeReference<>() {
						}), this.sealing.openText(row.getString(4), body(caller, key))),
				caller, key, Timestamp.from(this.clock.instant().minus(KEPT)))
			.stream()
			.findFirst();
	}

	void store(String caller, String key, StoredAnswer answer) {
		this.jdbc.update("""
				insert into idempotent_answer (caller, key, fingerprint, status, headers, body, created_at)
				values (?, ?, ?, ?, ?::jsonb, ?, ?)
				on conflict (caller, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
				headers = excluded.headers, body = excluded.body, created_at = excluded.created_at""", caller, key,
				this.sealing.sealText(answer.fingerprint(), fingerprint(caller, key)), answer.status(),
				this.json.writeValueAsString(answer.headers()), this.sealing.sealText(answer.body(), body(caller, key)),
				Timestamp.from(this.clock.instant()));
	}

	private static String fingerprint(String caller, String key) {
		return "idempotent_answer/fingerprint/%s/%s".formatted(caller, key);
	}

	private static String body(String caller, String key) {
		return "idempotent_answer/body/%s/%s".formatted(caller, key);
	}

	@Override
	public String name() {
		return "idempotent_answer";
	}

	@Override
	public long seal() {
		String present = this.sealing.presentMark();
		return this.rows.seal(new SealedRows.Walk<>("""
				select caller, key, fingerprint, body from idempotent_answer
				where (caller, key) > (?, ?) order by caller, key""",
				(row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
				(row) -> new Object[] { row.caller(), row.key() },
				"update idempotent_answer set fingerprint = ?, body = ? where caller = ? and key = ? and body = ?",
				(row) -> row.body().startsWith(present) ? null : sealed(row)), "", "");
	}

	private Object[] sealed(Row row) {
		String fingerprint = fingerprint(row.caller(), row.key());
		String body = body(row.caller(), row.key());
		return new Object[] { this.sealing.sealText(this.sealing.openText(row.fingerprint(), fingerprint), fingerprint),
				this.sealing.sealText(this.sealing.openText(row.body(), body), body), row.caller(), row.key(),
				row.body() };
	}

	private record Row(String caller, String key, String fingerprint, String body) {
	}

	void forgetOld() {
		this.jdbc.update("delete from idempotent_answer where created_at < ?",
				Timestamp.from(this.clock.instant().minus(KEPT)));
	}

}
