package io.kehu.customer.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Stores the feeds of users, and reads what is in them: their open tasks, calls and
 * meetings. Feeds of users that are disabled or deleted are not found.
 */
@Repository
class FeedStore {

	private static final String STORE = """
			insert into calendar_feed (user_id, digest, created_at) values (?, ?, ?)
			on conflict (user_id) do update set digest = excluded.digest, created_at = excluded.created_at,
			last_read_at = null""";

	private static final String READ = """
			update calendar_feed f set last_read_at = ? from support_agent a
			where f.digest = ? and a.user_id = f.user_id and a.available returning f.user_id""";

	private static final String EVENTS = """
			select id, subject, location, coalesce(due_at, occurs_at) as start, ends_at, reminder, updated_at from activity
			where deleted_at is null and (assignee_id = ? or (owner_id = ? and assignee_id is null))
			and kind in ('TASK', 'CALL', 'MEETING') and completed_at is null
			and coalesce(due_at, occurs_at) between ? and ?
			order by start, id limit 5000""";

	private final JdbcTemplate jdbc;

	FeedStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void store(UUID user, FeedToken token, Instant now) {
		this.jdbc.update(STORE, user, token.digest(), Timestamp.from(now));
	}

	Optional<FeedView> find(UUID user) {
		return this.jdbc
			.query("select created_at, last_read_at from calendar_feed where user_id = ?",
					(row, number) -> new FeedView(null, row.getTimestamp("created_at").toInstant(),
							instant(row, "last_read_at")),
					user)
			.stream()
			.findFirst();
	}

	/** Returns whether there was a feed. */
	boolean delete(UUID user) {
		return this.jdbc.update("delete from calendar_feed where user_id = ?", user) > 0;
	}

	/** Notes that a feed is read, and returns its user. */
	Optional<UUID> read(FeedToken token, Instant now) {
		return this.jdbc.queryForList(READ, UUID.class, Timestamp.from(now), token.digest()).stream().findFirst();
	}

	List<FeedEvent> findEvents(UUID user, Instant from, Instant to) {
		return this.jdbc.query(EVENTS, (row, number) -> event(row), user, user, Timestamp.from(from),
				Timestamp.from(to));
	}

	private static FeedEvent event(ResultSet row) throws SQLException {
		return new FeedEvent(row.getObject("id", UUID.class), row.getString("subject"), row.getString("location"),
				row.getTimestamp("start").toInstant(), instant(row, "ends_at"),
				row.getObject("reminder", Integer.class), row.getTimestamp("updated_at").toInstant());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
