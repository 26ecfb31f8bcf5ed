package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresBackupTests {

	private Path folder;

	private PostgresServer server;

	private PostgresBackup backup;

	@BeforeEach
	void start() throws Exception {
		this.folder = Files.createTempDirectory("kehu-backup-");
		// The user that runs PostgreSQL passes through it
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx--x--x"));
		this.server = new PostgresServer(ServerSettings.durable(this.folder.resolve("server"))
			.withPassword("secret")
			.withOption("fsync", "off"));
		this.server.start();
		this.backup = new PostgresBackup(this.folder.resolve("backup"));
		execute("create table note (text text)");
	}

	@AfterEach
	void stop() {
		this.server.close();
		Folders.delete(this.folder);
	}

	@Test
	void restoresAnyPointInTimeSinceTheBackup() throws Exception {
		execute("insert into note select 'before ' || n from generate_series(1, 1000) n");
		try (Connection writer = connect(); Statement statement = writer.createStatement()) {
			// Uncommitted when the copy is made
			writer.setAutoCommit(false);
			statement.execute("insert into note values ('during')");
			this.backup.take(this.server.databases(), this.server.settings().folder());
			writer.commit();
		}
		Instant wanted = now();
		execute("insert into note values ('after')");
		archived();
		this.server.kill();

		restore(wanted);
		assertThat(query("select count(*) from note")).isEqualTo("1001");
		assertThat(query("select count(*) from note where text = 'during'")).isEqualTo("1");
		assertThat(query("select count(*) from note where text = 'after'")).isEqualTo("0");
		execute("insert into note values ('again')");
		archived();
		this.server.kill();

		restore(null);
		assertThat(query("select string_agg(text, ', ') from note where text not like 'before %'"))
			.isEqualTo("during, again");
	}

	@Test
	void refusesAFolderWithoutABackup() {
		assertThatThrownBy(() -> this.backup.restore(this.folder.resolve("other"), null))
			.isInstanceOf(IOException.class)
			.hasMessageContaining("does not contain a backup");
		assertThat(this.folder.resolve("other")).doesNotExist();
	}

	private void restore(Instant until) throws IOException {
		this.backup.restore(this.server.settings().folder(), until);
		this.server.start();
		PostgresBackup.finish(this.server.databases());
	}

	/** Waits until all changes so far are in the archive. */
	private void archived() throws SQLException {
		String segment = query("select pg_walfile_name(pg_switch_wal())");
		Awaitility.await().until(() -> Files.exists(this.folder.resolve("backup/archive").resolve(segment)));
	}

	private Instant now() throws SQLException {
		try (Connection connection = connect();
				ResultSet row = connection.createStatement().executeQuery("select clock_timestamp()")) {
			row.next();
			Timestamp time = row.getTimestamp(1);
			return time.toInstant();
		}
	}

	private String query(String sql) throws SQLException {
		try (Connection connection = connect(); ResultSet row = connection.createStatement().executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private Connection connect() throws SQLException {
		return this.server.databases().connect("postgres");
	}

}
