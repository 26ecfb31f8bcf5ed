package io.kehu.customer.insight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * Lets one instance at a time work on fits. The lock belongs to a connection, so that it
 * is released when the instance dies.
 */
@Component
class FitLock {

	/** "kehuinsi" in ASCII. */
	static final long KEY = 0x6b656875696e7369L;

	private final DataSource database;

	FitLock(DataSource database) {
		this.database = database;
	}

	/**
	 * Runs the work unless another instance holds the lock, and returns whether it ran.
	 */
	boolean ifFree(Runnable work) {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			if (!is(statement, "pg_try_advisory_lock")) {
				return false;
			}
			try {
				work.run();
			}
			finally {
				is(statement, "pg_advisory_unlock");
			}
			return true;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The lock for fits failed", ex);
		}
	}

	private static boolean is(Statement statement, String function) throws SQLException {
		try (ResultSet row = statement.executeQuery("select " + function + "(" + KEY + ")")) {
			return row.next() && row.getBoolean(1);
		}
	}

}
