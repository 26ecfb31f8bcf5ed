package io.kehu.platform.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The relay's dedicated connection to the database. It holds the leader's lock, receives
 * notifications, and reads and deletes events. An instance that loses the connection also
 * loses the leadership, and can no longer delete events.
 */
final class OutboxSession implements AutoCloseable {

	/** The channel on which the leader is notified. */
	static final String CHANNEL = "kehu_outbox";

	/** The key of the leader's advisory lock: "kehuoutb" in ASCII. */
	private static final long LOCK = 0x6b6568756f757462L;

	/**
	 * The maximum number of bytes of data to read at once; exceeded only by a single
	 * event with more data than this.
	 */
	private static final int BATCH_BYTES = 8 * 1024 * 1024;

	/**
	 * Reads rows in the order of their ids, always from the lowest rather than from a
	 * remembered position: a row with a lower id may be committed after one with a higher
	 * id. While an event is held, later events of the same aggregate wait.
	 */
	private static final String NEXT = """
			select %s
			from (select *, sum(coalesce(octet_length(data), 0)) over (order by id) - coalesce(octet_length(data), 0) as before
				from (select * from outbox candidate
					where not exists (select from outbox held where held.attempts > 0 and held.retry_at > now()
						and held.topic = candidate.topic and held.key = candidate.key and held.id <= candidate.id)
					order by id limit ?) as candidates) as measured
			where before < ?
			order by id"""
		.formatted(StoredEvent.COLUMNS);

	private static final String HOLD = """
			update outbox set attempts = attempts + 1, error = ?,
				retry_at = now() + least(interval '1 hour', ? * interval '1 millisecond' * power(2, least(attempts, 20)))
			where id = ?""";

	private static final String BACKLOG = """
			select count(*), coalesce(extract(epoch from now() - min(time)), 0), count(*) filter (where attempts > 0)
			from outbox""";

	private final Connection connection;

	private OutboxSession(Connection connection) {
		this.connection = connection;
	}

	static OutboxSession open(JdbcConnectionDetails database) throws SQLException {
		Properties properties = new Properties();
		setIfPresent(properties, "user", database.getUsername());
		setIfPresent(properties, "password", database.getPassword());
		properties.setProperty("ApplicationName", "kehu-outbox");
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("socketTimeout", "30");
		properties.setProperty("tcpKeepAlive", "true");
		OutboxSession session = new OutboxSession(DriverManager.getConnection(database.getJdbcUrl(), properties));
		try {
			// The server must also detect a failed leader machine within seconds.
			// A sequential scan is never appropriate, whatever the planner estimates.
			session
				.execute("set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;"
						+ " set enable_seqscan = off; set enable_bitmapscan = off");
			return session;
		}
		catch (SQLException ex) {
			session.close();
			throw ex;
		}
	}

	private static void setIfPresent(Properties properties, String name, @Nullable String value) {
		if (value != null) {
			properties.setProperty(name, value);
		}
	}

	/** Tries to become the leader; if it succeeds, commits notify this session. */
	boolean tryLead() throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(LOCK))) {
			row.next();
			if (!row.getBoolean(1)) {
				return false;
			}
		}
		execute("listen " + CHANNEL);
		return true;
	}

	/** Waits for a commit of any instance of the service, at most for the given time. */
	void await(Duration atMost) throws SQLException {
		this.connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(atMost.toMillis()));
	}

	List<StoredEvent> next(int limit) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(NEXT)) {
			statement.setInt(1, limit);
			statement.setLong(2, BATCH_BYTES);
			try (ResultSet row = statement.executeQuery()) {
				List<StoredEvent> events = new ArrayList<>();
				while (row.next()) {
					events.add(StoredEvent.read(row));
				}
				return events;
			}
		}
	}

	void delete(Collection<StoredEvent> published) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("delete from outbox where id = any (?)")) {
			statement.setArray(1,
					this.connection.createArrayOf("bigint", published.stream().map(StoredEvent::id).toArray()));
			statement.executeUpdate();
		}
	}

	int deleteByEventId(Collection<UUID> published) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("delete from outbox where ce_id = any (?)")) {
			statement.setArray(1, this.connection.createArrayOf("uuid", published.toArray()));
			return statement.executeUpdate();
		}
	}

	/** Holds an event back before its next attempt, longer each time. */
	void hold(long id, String error, Duration first) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(HOLD)) {
			statement.setString(1, error);
			statement.setLong(2, first.toMillis());
			statement.setLong(3, id);
			statement.executeUpdate();
		}
	}

	Backlog backlog() throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(BACKLOG)) {
			row.next();
			return new Backlog(row.getLong(1), row.getDouble(2), row.getLong(3));
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/**
	 * The events that are waiting to be published.
	 */
	record Backlog(long events, double oldestSeconds, long held) {

		static final Backlog NONE = new Backlog(0, 0, 0);

	}

}
