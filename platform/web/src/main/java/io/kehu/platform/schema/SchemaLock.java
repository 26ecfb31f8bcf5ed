package io.kehu.platform.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/**
 * Has the instances of a service that start together migrate their database one after the
 * other: Flyway's own lock covers neither making nor reading a history that is empty yet.
 */
final class SchemaLock {

	private static final String KEY = "hashtextextended('schema', 4)";

	private static final Duration PAUSE = Duration.ofMillis(50);

	private SchemaLock() {
	}

	/**
	 * Migrates while nobody else does.
	 * @throws IllegalStateException when the database does not answer
	 */
	static void during(DataSource database, Runnable migration) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			// Tried again and again: whoever waits in a statement can hold up a migration
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
