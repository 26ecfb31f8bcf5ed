package io.kehu.migration.move;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.platform.embedded.MariaDbServer;
import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.ServerSettings;

/**
 * The servers that the tests of this module share, with a new database for each test.
 */
final class Servers {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final MariaDbServer MARIADB = new MariaDbServer(ServerSettings.forTests());

	private static final PostgresServer POSTGRESQL = new PostgresServer(ServerSettings.forTests());

	static {
		MARIADB.start();
		POSTGRESQL.start();
	}

	private Servers() {
	}

	static PostgresServer postgresServer() {
		return POSTGRESQL;
	}

	static Database mariaDb(String... statements) {
		String name = "move" + NUMBER.incrementAndGet();
		MARIADB.execute(
				"create database " + name + "; use " + name + "; set sql_mode = ''; " + String.join("; ", statements));
		return new Database(DatabaseKind.MARIADB, MARIADB.jdbcUrl(name), MARIADB.username(), MARIADB.password(),
				Map.of());
	}

	/** Restores dumps, which create the database. */
	static Database restore(String name, Path... dumps) {
		for (Path dump : dumps) {
			MARIADB.restore("mysql", dump);
		}
		return new Database(DatabaseKind.MARIADB, MARIADB.jdbcUrl(name), MARIADB.username(), MARIADB.password(),
				Map.of());
	}

	static Database postgres(String... statements) throws SQLException {
		String name = "move" + NUMBER.incrementAndGet();
		POSTGRESQL.databases().createDatabase(name, name, "secret");
		Database database = new Database(DatabaseKind.POSTGRESQL, POSTGRESQL.databases().jdbcUrl(name), name, "secret",
				Map.of());
		execute(database, statements);
		return database;
	}

	static void execute(Database database, String... statements) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	/** Returns the rows of a query, with values joined by bars. */
	static List<String> query(Database database, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet results = statement.executeQuery(sql)) {
			while (results.next()) {
				List<String> values = new ArrayList<>();
				for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
					values.add(String.valueOf(results.getString(column)));
				}
				rows.add(String.join("|", values));
			}
		}
		return rows;
	}

	private static Connection connect(Database database) throws SQLException {
		return DriverManager.getConnection(database.url(), database.user(), database.password());
	}

}
