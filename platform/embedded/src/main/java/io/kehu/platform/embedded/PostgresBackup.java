package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A backup of a PostgreSQL server: a copy of its data, and the archive of all changes
 * since then, from which any later point in time can be restored.
 */
public final class PostgresBackup {

	private static final String MAINTENANCE = "postgres";

	private static final String DATA = "data";

	private static final Duration ARCHIVE_LIMIT = Duration.ofMinutes(2);

	/** How long a change may wait for its archiving. */
	private static final String ARCHIVE_TIMEOUT = "60s";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx")
		.withZone(ZoneOffset.UTC);

	private final Path base;

	private final Path archive;

	/**
	 * Creates a backup in a folder, which need not exist.
	 * @param folder the folder, to which the user that runs PostgreSQL must have access
	 */
	public PostgresBackup(Path folder) {
		this.base = folder.toAbsolutePath().resolve("base");
		this.archive = folder.toAbsolutePath().resolve("archive");
	}

	/**
	 * Returns whether the folder contains a complete backup.
	 * @return true if it does
	 */
	public boolean exists() {
		return Files.exists(this.base.resolve(DATA).resolve("backup_label"));
	}

	/**
	 * Copies the data of a running server, which continues to work, and has it archive
	 * its changes from now on. An earlier copy is replaced.
	 * @param databases access to the server
	 * @param server the folder of the server
	 * @throws IOException if the copy fails, or the server cannot write to the archive
	 */
	public void take(PostgresDatabases databases, Path server) throws IOException {
		Path draft = this.base.resolveSibling("base.draft");
		Folders.delete(draft);
		Files.createDirectories(draft);
		Files.createDirectories(this.archive);
		PlainUser.current().own(this.archive);
		try (Connection connection = databases.connect(MAINTENANCE);
				Statement statement = connection.createStatement()) {
			archive(statement);
			statement.execute("select pg_backup_start('kehu', fast => true)");
			copy(server, draft);
			String last = stop(statement, draft.resolve(DATA));
			awaitArchived(statement, last);
		}
		catch (SQLException ex) {
			throw new IOException("PostgreSQL cannot be backed up: " + ex.getMessage(), ex);
		}
		Folders.delete(this.base);
		Files.move(draft, this.base);
		Folders.restrict(this.base);
	}

	private void archive(Statement statement) throws SQLException {
		set(statement, "archive_command", archiveCommand());
		set(statement, "archive_timeout", ARCHIVE_TIMEOUT);
		statement.execute("select pg_reload_conf()");
	}

	/** A segment gets its name when it is complete. */
	private String archiveCommand() {
		return "test -f \"%1$s/%%f\" || { cp \"%%p\" \"%1$s/%%f.part\" && mv \"%1$s/%%f.part\" \"%1$s/%%f\"; }"
			.formatted(this.archive);
	}

	private static void set(Statement statement, String name, String value) throws SQLException {
		statement.execute("alter system set %s = '%s'".formatted(name, value.replace("'", "''")));
	}

	/** Returns the last segment that the copy needs. */
	private static String stop(Statement statement, Path data) throws SQLException, IOException {
		try (ResultSet row = statement.executeQuery("""
				select labelfile, spcmapfile, pg_walfile_name(lsn)
				from pg_backup_stop(wait_for_archive => false)""")) {
			row.next();
			if (!Optional.ofNullable(row.getString(2)).orElse("").isEmpty()) {
				throw new IOException("Tablespaces are not part of a backup: " + row.getString(2));
			}
			Files.writeString(data.resolve("backup_label"), row.getString(1));
			return row.getString(3);
		}
	}

	private void awaitArchived(Statement statement, String segment) throws SQLException, IOException {
		Instant limit = Instant.now().plus(ARCHIVE_LIMIT);
		statement.execute("select pg_switch_wal()");
		while (Files.notExists(this.archive.resolve(segment))) {
			if (Instant.now().isAfter(limit)) {
				throw new IOException("PostgreSQL does not write to " + this.archive
						+ ": see its log, and use a folder that it may write to.");
			}
			pause();
		}
	}

	private static void pause() throws IOException {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	/** Copies everything but what only concerns the running process. */
	private static void copy(Path server, Path target) throws IOException {
		try (Stream<Path> files = Files.walk(server)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path relative = server.relativize(file);
				if (Files.isDirectory(file)) {
					Files.createDirectories(target.resolve(relative));
				}
				else if (!ofTheProcess(relative)) {
					copyIfPresent(file, target.resolve(relative));
				}
			}
		}
	}

	private static boolean ofTheProcess(Path relative) {
		String path = relative.toString();
		return List
			.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp",
					"pg_subtrans")
			.stream()
			.anyMatch((folder) -> path.startsWith(DATA + "/" + folder + "/")) || path.contains("pgsql_tmp")
				|| path.contains("/postmaster.");
	}

	/** Tables may be dropped meanwhile. */
	private static void copyIfPresent(Path file, Path target) throws IOException {
		try {
			Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (NoSuchFileException ex) {
			if (Files.exists(file)) {
				throw ex;
			}
		}
	}

	/**
	 * Replaces the data of a stopped server by the copy. The server recovers the changes
	 * since then when it starts.
	 * @param server the folder of the server
	 * @param until the point in time to recover, or null for the latest
	 * @throws IOException if there is no backup or it cannot be copied
	 */
	public void restore(Path server, @Nullable Instant until) throws IOException {
		if (!exists()) {
			throw new IOException(this.base.getParent() + " does not contain a backup.");
		}
		Folders.delete(server);
		Files.createDirectories(server);
		copy(this.base, server);
		Path data = server.resolve(DATA);
		// The new timeline is archived from its beginning
		StringBuilder settings = new StringBuilder("""
				restore_command = 'cp "%s/%%f" "%%p"'
				archive_command = '%s'
				archive_timeout = '%s'
				""".formatted(this.archive, archiveCommand(), ARCHIVE_TIMEOUT));
		if (until != null) {
			settings.append("recovery_target_time = '%s'\n".formatted(TIME.format(until)));
		}
		settings.append("recovery_target_action = 'promote'\n");
		Files.writeString(data.resolve("postgresql.auto.conf"), settings.toString());
		Files.writeString(data.resolve("recovery.signal"), "");
		Folders.restrict(data);
	}

	/**
	 * Waits until a restored server has recovered, and removes the settings for that.
	 * @param databases access to the server
	 * @throws IOException if it does not
	 */
	public static void finish(PostgresDatabases databases) throws IOException {
		try (Connection connection = databases.connect(MAINTENANCE);
				Statement statement = connection.createStatement()) {
			while (recovering(statement)) {
				pause();
			}
			for (String name : List.of("restore_command", "recovery_target_time", "recovery_target_action")) {
				statement.execute("alter system reset " + name);
			}
		}
		catch (SQLException ex) {
			throw new IOException("PostgreSQL has not recovered: " + ex.getMessage(), ex);
		}
	}

	private static boolean recovering(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("select pg_is_in_recovery()")) {
			row.next();
			return row.getBoolean(1);
		}
	}

}
