package io.kehu.platform.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Creates and drops databases and roles; each role owns one database and cannot connect
 * to any other.
 */
public final class PostgresDatabases {

	static final String SUPERUSER = "postgres";

	private static final String MAINTENANCE = "postgres";

	private final String host;

	private final int port;

	private final String password;

	/**
	 * Creates access to a running server.
	 * @param port the server's port on 127.0.0.1
	 * @param password the superuser's password
	 */
	public PostgresDatabases(int port, String password) {
		this("127.0.0.1", port, password);
	}

	/**
	 * Creates access to a server that runs elsewhere.
	 * @param host the server's host
	 * @param port the server's port
	 * @param password the superuser's password
	 */
	public PostgresDatabases(String host, int port, String password) {
		this.host = host;
		this.port = port;
		this.password = password;
	}

	/**
	 * Ensures that a role with this password and a database that it owns exist.
	 * @param name the database
	 * @param role the role
	 * @param rolePassword the role's password, reset if the role exists
	 */
	public void createDatabase(String name, String role, String rolePassword) {
		execute((connection) -> {
			String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
			run(connection, verb + " ROLE %I LOGIN PASSWORD %L", role, rolePassword);
			if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
				run(connection, "CREATE DATABASE %I OWNER %I", name, role);
			}
			run(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", name, name);
		});
	}

	/**
	 * Drops a database, terminating its connections, and its role. Does nothing if they
	 * don't exist.
	 * @param name the database
	 * @param role the role that owns it
	 */
	public void dropDatabase(String name, String role) {
		execute((connection) -> {
			run(connection, "DROP DATABASE IF EXISTS %I WITH (FORCE)", name, name);
			run(connection, "DROP ROLE IF EXISTS %I", role, role);
		});
	}

	/**
	 * Whether a database exists.
	 * @param name the database
	 * @return true if it exists
	 */
	public boolean exists(String name) {
		try (Connection connection = connect(MAINTENANCE)) {
			return exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL on port " + this.port + " failed: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Opens a connection of the superuser, for restores and inspection.
	 * @param database the database
	 * @return an open connection, never null
	 * @throws SQLException if the server rejects the connection
	 */
	public Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, this.password);
	}

	/**
	 * Returns the JDBC URL of a database.
	 * @param database the database
	 * @return the JDBC URL, never null
	 */
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + database;
	}

	private void execute(Work work) {
		try (Connection connection = connect(MAINTENANCE)) {
			work.run(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL on port " + this.port + " failed: " + ex.getMessage(), ex);
		}
	}

	private static boolean exists(Connection connection, String query, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
	}

	/** Has the server quote the names, then runs the statement. */
	private static void run(Connection connection, String template, String first, String second) throws SQLException {
		String quoted;
		try (PreparedStatement statement = connection.prepareStatement("SELECT format(?, ?, ?)")) {
			statement.setString(1, template);
			statement.setString(2, first);
			statement.setString(3, second);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				quoted = rows.getString(1);
			}
		}
		try (Statement statement = connection.createStatement()) {
			statement.execute(quoted);
		}
	}

	/** Work with a superuser's connection. */
	@FunctionalInterface
	private interface Work {

		void run(Connection connection) throws SQLException;

	}

}
