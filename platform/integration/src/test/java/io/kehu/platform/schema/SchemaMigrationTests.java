package io.kehu.platform.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WithInfrastructure(Server.POSTGRES)
class SchemaMigrationTests {

	private static final String NAME = "schema_migration";

	@Test
	void migratesAndEndsAndDoesSoAgain(Infrastructure infrastructure) throws SQLException {
		infrastructure.postgres().server().createDatabase(NAME, NAME, NAME);
		String url = infrastructure.postgres().server().jdbcUrl(NAME);
		SchemaMigration.main(arguments(url, NAME));
		SchemaMigration.main(arguments(url, NAME));
		try (Connection connection = DriverManager.getConnection(url, NAME, NAME);
				ResultSet table = connection.createStatement().executeQuery("select to_regclass('outbox')")) {
			table.next();
			assertThat(table.getString(1)).isEqualTo("outbox");
		}
	}

	@Test
	void failsIfTheDatabaseDoes(Infrastructure infrastructure) {
		String url = infrastructure.postgres().server().jdbcUrl(NAME);
		assertThatThrownBy(() -> SchemaMigration.main(arguments(url, "wrong"))).hasStackTraceContaining("wrong");
	}

	private static String[] arguments(String url, String role) {
		return new String[] { "--spring.datasource.url=" + url, "--spring.datasource.username=" + role,
				"--spring.datasource.password=" + role };
	}

}
