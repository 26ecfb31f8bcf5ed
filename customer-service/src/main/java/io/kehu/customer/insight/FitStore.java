package io.kehu.customer.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores fits and how far they are.
 */
@Repository
class FitStore {

	private static final String REQUEST = """
			insert into insight_fit (id, status, data_day, requested_at) values (:id, 'queued', :day, :now)
			on conflict (status) where status = 'queued' do update set data_day = excluded.data_day returning *""";

	private static final String REQUEST_NIGHTLY = """
			insert into insight_fit (id, status, data_day, night, requested_at)
			values (:id, 'queued', :day, :night, :now) on conflict do nothing""";

	private static final String UNFINISHED = """
			select * from insight_fit where status in ('queued', 'running') order by requested_at, id limit 1""";

	private static final String BEGIN = """
			update insight_fit set status = 'running', attempts = attempts + 1,
			started_at = coalesce(started_at, :now) where id = :id returning attempts""";

	private static final String FAIL = """
			update insight_fit set status = 'failed', error = :error, finished_at = :now where id = :id""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	FitStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Returns the fit that waits, or a new one. */
	Fit request() {
		return this.jdbc.sql(REQUEST)
			.param("id", Ids.next())
			.param("day", today())
			.param("now", now())
			.query(this::fit)
			.single();
	}

	/**
	 * Adds the fit of a night, unless it was added before or another one waits.
	 * @return whether the fit of the night exists
	 */
	boolean requestNightly(LocalDate night) {
		int added = this.jdbc.sql(REQUEST_NIGHTLY)
			.param("id", Ids.next())
			.param("day", today())
			.param("night", night)
			.param("now", now())
			.update();
		return added > 0 || this.jdbc.sql("select exists (select from insight_fit where night = :night)")
			.param("night", night)
			.query(Boolean.class)
			.single();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	Optional<Fit> find(UUID id) {
		return this.jdbc.sql("select * from insight_fit where id = :id").param("id", id).query(this::fit).optional();
	}

	/** Returns the fit that was completed last. */
	Optional<Fit> current() {
		return this.jdbc.sql("select * from insight_fit where status = 'completed' order by finished_at desc limit 1")
			.query(this::fit)
			.optional();
	}

	/** Returns the oldest fit that is not finished. */
	Optional<Fit> unfinished() {
		return this.jdbc.sql(UNFINISHED).query(this::fit).optional();
	}

	/** Begins or resumes a fit and returns the number of the attempt, from 1. */
	int begin(UUID id) {
		return this.jdbc.sql(BEGIN).param("id", id).param("now", now()).query(Integer.class).single();
	}

	/** Returns the customer after whom an attempt resumes, or null for the beginning. */
	@Nullable UUID lastCustomer(UUID id) {
		return this.jdbc.sql("select last_customer from insight_fit where id = :id")
			.param("id", id)
			.query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
			.single()
			.orElse(null);
	}

	void store(UUID id, int attempt, FitReport report) {
		update(id, attempt, this.jdbc.sql("""
				update insight_fit set report = :report::jsonb where id = :id and attempts = :attempt""")
			.param("report", this.json.writeValueAsString(report)));
	}

	/** Stores how far an attempt is, in the transaction that stores the figures. */
	void advance(UUID id, int attempt, UUID lastCustomer, long more) {
		update(id, attempt, this.jdbc.sql("""
				update insight_fit set last_customer = :last, scored = scored + :more
				where id = :id and attempts = :attempt""").param("last", lastCustomer).param("more", more));
	}

	void complete(UUID id, int attempt) {
		update(id, attempt, this.jdbc.sql("""
				update insight_fit set status = 'completed', finished_at = :now
				where id = :id and attempts = :attempt""").param("now", now()));
	}

	/**
	 * An attempt that has lost its lock, and has been followed by another, changes
	 * nothing any more.
	 */
	private static void update(UUID id, int attempt, JdbcClient.StatementSpec statement) {
		if (statement.param("id", id).param("attempt", attempt).update() == 0) {
			throw new FitStoppedException("Attempt %d of fit %s was followed by another".formatted(attempt, id));
		}
	}

	void fail(UUID id, String error) {
		this.jdbc.sql(FAIL).param("id", id).param("error", error).param("now", now()).update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/** Reads a fit from a row with all columns of its table. */
	Fit fit(ResultSet row, int number) throws SQLException {
		String report = row.getString("report");
		return new Fit(row.getObject("id", UUID.class),
				FitStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
				row.getObject("data_day", LocalDate.class), row.getTimestamp("requested_at").toInstant(),
				instant(row.getTimestamp("started_at")), instant(row.getTimestamp("finished_at")),
				row.getLong("scored"), (report != null) ? this.json.readValue(report, FitReport.class) : null,
				row.getString("error"));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
