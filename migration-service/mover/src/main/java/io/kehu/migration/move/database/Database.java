package io.kehu.migration.move.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/**
 * A database to move from or to.
 *
 * @param kind the kind of database
 * @param url the JDBC URL, without a password
 * @param user the user
 * @param password the password
 * @param properties further properties of the JDBC driver, such as those of TLS
 */
public record Database(DatabaseKind kind, String url, String user, String password, Map<String, String> properties) {

	/**
	 * Creates a database.
	 */
	public Database {
		if (!url.startsWith(kind.scheme())) {
			throw new IllegalArgumentException("The URL of " + kind + " starts with " + kind.scheme() + ".");
		}
		properties = Map.copyOf(properties);
	}

	/**
	 * Connects for reading, in a transaction that sees one state of the database.
	 * @return the connection, to be closed
	 */
	public Connection openSnapshot() throws SQLException {
		Connection connection = connect();
		try (Statement statement = connection.createStatement()) {
			if (this.kind == DatabaseKind.MARIADB) {
				statement.execute("set session transaction isolation level repeatable read");
				statement.execute("start transaction with consistent snapshot, read only");
			}
			else {
				connection.setAutoCommit(false);
				statement.execute("set transaction isolation level repeatable read, read only");
				// The snapshot is taken by the first query
				statement.execute("select 1");
			}
			return connection;
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	/**
	 * Connects for writing, with transactions that the caller commits.
	 * @return the connection, to be closed
	 */
	public Connection openForWriting() throws SQLException {
		Connection connection = connect();
		try {
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/** Connects, with values in UTC and as they are. */
	Connection connect() throws SQLException {
		Properties all = new Properties();
		if (this.kind == DatabaseKind.MARIADB) {
			all.setProperty("useBulkStmts", "true");
			all.setProperty("connectTimeout", "10000");
		}
		else {
			all.setProperty("connectTimeout", "10");
			all.setProperty("ApplicationName", "kehu-mover");
		}
		all.putAll(this.properties);
		all.setProperty("user", this.user);
		all.setProperty("password", this.password);
		Connection connection = DriverManager.getConnection(this.url, all);
		try (Statement statement = connection.createStatement()) {
			if (this.kind == DatabaseKind.MARIADB) {
				// Text is sent as it is stored, valid or not
				statement.execute(
						"set character_set_results = null, time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,"
								+ "NO_ZERO_IN_DATE,NO_BACKSLASH_ESCAPES,NO_AUTO_VALUE_ON_ZERO,ERROR_FOR_DIVISION_BY_ZERO', foreign_key_checks = 1");
			}
			else {
				statement.execute("set time zone 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';"
						+ " set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'");
			}
			return connection;
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	@Override
	public String toString() {
		return this.kind + " at " + this.url;
	}

}
