package io.kehu.platform.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/**
 * Serializes the migrations of service instances that start at the same time. Flyway's
 * own lock does not cover creating the schema history table, or reading it while it is
 * empty.
 */
public final class SchemaLock {

	private static final String KEY = "hashtextextended('schema', 4)";

	private static final Duration PAUSE = Duration.ofMillis(50);

	private SchemaLock() {
	}

	/**
	 * Runs the migration while holding the lock, so that no other instance migrates at
	 * the same time.
	 * @throws IllegalStateException if the database is not available
	 */
	public static void during(DataSource database, Runnable migration) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			// Polls, because a session that waits inside a statement can block a
			// migration
			while (!is(statement, "pg_try_advisory_lock")) {
				LockSupport.parkNanos(PAUSE.toNanos());
			}
			try {
				migration.run();
			}
			finally {
				is(statement, "pg_advisory_unlock");
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The schema cannot be locked", ex);
		}
	}

	private static boolean is(Statement statement, String function) throws SQLException {
		try (ResultSet row = statement.executeQuery("select " + function + "(" + KEY + ")")) {
			return row.next() && row.getBoolean(1);
		}
	}

}
