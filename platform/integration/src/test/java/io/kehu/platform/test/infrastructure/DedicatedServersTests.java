package io.kehu.platform.test.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WithInfrastructure(value = Server.POSTGRES, dedicated = Server.POSTGRES)
class DedicatedServersTests {

	@Test
	void areNotTheSharedOnes(Infrastructure infrastructure) {
		assertThat(infrastructure.faults(Server.POSTGRES))
			.isNotSameAs(RunningServers.SHARED.get(Server.POSTGRES).server());
	}

	@Test
	void keepWhatTheyAcknowledgedWhenKilled(Infrastructure infrastructure) throws SQLException {
		execute(infrastructure, "CREATE TABLE kept AS SELECT 7 AS value");
		Faults faults = infrastructure.faults(Server.POSTGRES);
		faults.kill();
		assertThatThrownBy(() -> connect(infrastructure).close()).isInstanceOf(SQLException.class);
		faults.start();
		try (Connection connection = connect(infrastructure);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT value FROM kept")) {
			assertThat(rows.next()).isTrue();
			assertThat(rows.getInt(1)).isEqualTo(7);
		}
	}

	@Test
	void comeBackAfterAStop(Infrastructure infrastructure) throws SQLException {
		execute(infrastructure, "CREATE TABLE stopped (id bigint)");
		Faults faults = infrastructure.faults(Server.POSTGRES);
		faults.stop();
		faults.start();
		execute(infrastructure, "DROP TABLE stopped");
	}

	@Test
	void answerNothingWhilePaused(Infrastructure infrastructure) throws SQLException {
		String url = infrastructure.postgres().jdbcUrl() + "?loginTimeout=1&socketTimeout=1";
		Faults faults = infrastructure.faults(Server.POSTGRES);
		faults.pause();
		try {
			assertThatThrownBy(() -> DriverManager
				.getConnection(url, infrastructure.postgres().username(), infrastructure.postgres().password())
				.close()).isInstanceOf(SQLException.class);
		}
		finally {
			faults.resume();
		}
		connect(infrastructure).close();
	}

	private static void execute(Infrastructure infrastructure, String sql) throws SQLException {
		try (Connection connection = connect(infrastructure); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Connection connect(Infrastructure infrastructure) throws SQLException {
		Database database = infrastructure.postgres();
		return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
	}

}
