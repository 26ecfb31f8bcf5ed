package io.kehu.platform.test.infrastructure;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Run by two classes: each finds the servers empty and leaves something behind.
 */
@WithInfrastructure
abstract class EmptyServersContract {

	@Test
	void findsADatabaseOfItsOwn(Infrastructure infrastructure) throws SQLException {
		Database database = infrastructure.postgres();
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(),
				database.password()); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE left_behind (id bigint)");
		}
		assertThat(infrastructure.postgres()).isSameAs(database);
	}

	@Test
	void findsNoTopic(Infrastructure infrastructure) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.kafka()))) {
			assertThat(admin.listTopics().names().get()).isEmpty();
			admin.createTopics(List.of(new NewTopic("kehu.left-behind", 1, (short) 1))).all().get();
		}
	}

	@Test
	void findsNoKey(Infrastructure infrastructure) throws Exception {
		assertThat(ask(infrastructure, "DBSIZE")).startsWith(":0");
		assertThat(ask(infrastructure, "SET left behind")).startsWith("+OK");
	}

	@Test
	void mayNotDisturbOthers(Infrastructure infrastructure) {
		assertThatThrownBy(() -> infrastructure.faults(Server.KAFKA)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("dedicated");
	}

	@Nested
	class Inside {

		@Test
		void sharesWhatTheClassHas(Infrastructure infrastructure) {
			assertThat(infrastructure).isSameAs(Infrastructure.of(EmptyServersContract.this.getClass(), Set.of()));
		}

	}

	private static String ask(Infrastructure infrastructure, String command) throws Exception {
		URI url = URI.create(infrastructure.redis());
		try (Socket socket = new Socket(url.getHost(), url.getPort())) {
			socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

}
