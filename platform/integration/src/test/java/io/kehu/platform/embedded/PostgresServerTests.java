package io.kehu.platform.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTests {

	private static final PostgresServer SERVER = new PostgresServer(ServerSettings.forTests());

	@BeforeAll
	static void start() {
		SERVER.start();
		SERVER.databases().createDatabase("kehu_customer", "kehu_customer", "customer's secret");
		SERVER.databases().createDatabase("kehu_order", "kehu_order", "order's secret");
	}

	@AfterAll
	static void close() {
		SERVER.close();
	}

	@Test
	void runsPostgres18() throws SQLException {
		assertThat(query("kehu_customer", "SHOW server_version")).startsWith("18.");
	}

	@Test
	void providesTheExtensionsThatServicesNeed() throws SQLException {
		try (Connection connection = connect("kehu_customer", "kehu_customer", "customer's secret");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE EXTENSION pg_trgm");
			statement.execute("CREATE EXTENSION btree_gin");
			statement.execute("CREATE TABLE note (id uuid PRIMARY KEY DEFAULT uuidv7(), text text NOT NULL)");
			statement.execute("CREATE INDEX note_text ON note USING gin (text gin_trgm_ops)");
		}
		assertThat(query("kehu_customer", "SELECT count(*) >= 0 FROM pg_stat_statements")).isEqualTo("t");
	}

	@Test
	void reportsWhatStatementsCost() throws SQLException {
		try (Connection connection = connect("kehu_customer", "kehu_customer", "customer's secret");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE reported (id integer, name text)");
			statement.execute("CREATE INDEX reported_by_name ON reported (name)");
			statement.execute("INSERT INTO reported SELECT i, 'x' FROM generate_series(1, 2000) AS i");
			statement.execute("SELECT count(*) FROM reported WHERE id > 7");
			statement.execute("SELECT pg_stat_force_next_flush()");
			List<String> report = QueryReport.of(connection, 50);
			int at = report.indexOf("   SELECT count(*) FROM reported WHERE id > $1");
			assertThat(report.get(at - 1)).contains("1 calls", "1 rows");
			assertThat(report.subList(at + 1, report.size())).anyMatch((line) -> line.contains("Seq Scan on reported"))
				.anyMatch((line) -> line.contains("reported_by_name on reported"))
				.anyMatch((line) -> line.matches(" *reported: \\d+ scans of 2000 rows"));
		}
	}

	@Test
	void rolesCanOnlyConnectToTheirOwnDatabase() {
		for (String foreign : new String[] { "kehu_order", "postgres", "template1" }) {
			assertThatThrownBy(() -> connect(foreign, "kehu_customer", "customer's secret").close())
				.isInstanceOf(SQLException.class)
				.hasMessageContaining("permission denied for database \"" + foreign + "\"");
		}
	}

	@Test
	void requiresThePassword() {
		assertThatThrownBy(() -> connect("kehu_customer", "kehu_customer", "wrong").close())
			.isInstanceOf(SQLException.class)
			.hasMessageContaining("password authentication failed");
	}

	@Test
	void createsADatabaseOnceAndResetsThePassword() throws SQLException {
		SERVER.databases().createDatabase("again", "again", "first");
		SERVER.databases().createDatabase("again", "again", "second");
		connect("again", "again", "second").close();
		SERVER.databases().dropDatabase("again", "again");
		assertThat(SERVER.databases().exists("again")).isFalse();
	}

	private static String query(String database, String sql) throws SQLException {
		try (Connection connection = SERVER.databases().connect(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static Connection connect(String database, String role, String password) throws SQLException {
		return DriverManager.getConnection(SERVER.databases().jdbcUrl(database), role, password);
	}

}
