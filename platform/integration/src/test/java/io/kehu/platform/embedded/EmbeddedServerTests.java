package io.kehu.platform.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class EmbeddedServerTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "REDIS" })
	void restartsOnItsPortAfterAKill(ServerKind kind) {
		try (EmbeddedServer server = server(kind, ServerSettings.forTests())) {
			RunningServer first = server.start();
			server.kill();
			assertThat(first.isAlive()).isFalse();
			RunningServer second = server.start();
			assertThat(second.isAlive()).isTrue();
			assertThat(second.port()).isEqualTo(first.port());
			assertThat(second.pid()).isNotEqualTo(first.pid());
			assertThat(server.start()).isEqualTo(second);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "REDIS" })
	void leavesNothingBehindWhenClosed(ServerKind kind) {
		EmbeddedServer server = server(kind, ServerSettings.forTests());
		RunningServer running = server.start();
		server.close();
		assertThat(running.isAlive()).isFalse();
		assertThat(FreePorts.isFree(running.port())).isTrue();
		assertThat(running.logFile().getParent()).doesNotExist();
	}

	@Test
	void keepsDataBetweenRuns() throws Exception {
		ServerSettings settings = ServerSettings.durable(this.folder.resolve("postgresql")).withPassword("secret");
		try (PostgresServer server = new PostgresServer(settings)) {
			server.start();
			server.databases().createDatabase("kehu_customer", "kehu_customer", "secret");
		}
		try (PostgresServer server = new PostgresServer(settings)) {
			server.start();
			assertThat(server.databases().exists("kehu_customer")).isTrue();
			try (Connection connection = new PostgresDatabases(server.port(), "secret").connect("kehu_customer");
					Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("SHOW fsync")) {
				rows.next();
				assertThat(rows.getString(1)).isEqualTo("on");
			}
		}
		assertThat(settings.folder()).exists();
	}

	@Test
	void reportsAPortInUse() {
		try (RedisServer first = new RedisServer(ServerSettings.forTests())) {
			first.start();
			try (RedisServer second = new RedisServer(ServerSettings.forTests().withPort(first.port()))) {
				assertThatThrownBy(second::start).isInstanceOf(ServerStartException.class)
					.hasMessage("Port " + first.port() + " for redis is in use by another process.");
			}
		}
	}

	@Test
	void reportsTheOutputOfTheServer() {
		try (RedisServer server = new RedisServer(ServerSettings.forTests().withOption("nonsense", "1"))) {
			assertThatThrownBy(server::start).isInstanceOf(ServerStartException.class)
				.hasMessageContaining("nonsense")
				.hasMessageContaining(server.settings().logFile().toString());
		}
	}

	@Test
	void pausesAndResumes() {
		try (RedisServer server = new RedisServer(ServerSettings.forTests())) {
			server.start();
			server.pause();
			assertThat(server.isReady()).isFalse();
			server.resume();
			await().atMost(Duration.ofMinutes(1)).until(server::isReady);
			server.pause();
		}
	}

	@Test
	void usesTheGivenLogFile() throws Exception {
		Path log = this.folder.resolve("logs/redis.log");
		try (RedisServer server = new RedisServer(
				ServerSettings.durable(this.folder.resolve("redis")).withLogFile(log))) {
			assertThat(server.start().logFile()).isEqualTo(log);
		}
		assertThat(Files.readString(log)).contains("Ready to accept connections");
	}

	private static EmbeddedServer server(ServerKind kind, ServerSettings settings) {
		return switch (kind) {
			case POSTGRESQL -> new PostgresServer(settings);
			case KAFKA -> new KafkaServer(settings);
			case REDIS -> new RedisServer(settings);
			case MARIADB -> throw new IllegalArgumentException();
		};
	}

}
