package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

import io.kehu.platform.embedded.EmbeddedServer;
import io.kehu.platform.embedded.PostgresBackup;
import org.jspecify.annotations.Nullable;

/**
 * A backup of everything that cannot be derived: the databases, the secrets and the files
 * of migrations. Topics are published again after a restore.
 */
public final class Backup {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
		.withZone(ZoneOffset.UTC);

	private static final String SECRETS = "secrets";

	private static final String STAGING = "migration-staging";

	private final LocalSystem system;

	private final Path folder;

	private final PostgresBackup databases;

	/**
	 * Creates a backup in a folder, which need not exist.
	 */
	public Backup(LocalSystem system, Path folder) {
		this.system = system;
		this.folder = folder.toAbsolutePath().normalize();
		this.databases = new PostgresBackup(this.folder.resolve(Topology.POSTGRES));
	}

	/**
	 * Copies everything while the system runs. From then on, all changes of the databases
	 * are archived in the folder too, continuously.
	 * @throws LaunchFailure if PostgreSQL does not run, or the folder cannot be written
	 */
	public void take() {
		if (!this.system.records().isAlive(Topology.POSTGRES)) {
			throw new LaunchFailure("PostgreSQL is not running: start Kehu with ./kehu up.");
		}
		try {
			StateFolder.passable(Files.createDirectories(this.folder));
			replace(this.system.state().secrets(), this.folder.resolve(SECRETS));
			this.databases.take(this.system.databases(), data(Topology.POSTGRES));
			replace(data(STAGING), this.folder.resolve(STAGING));
		}
		catch (IOException ex) {
			throw new LaunchFailure("The backup failed: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Replaces the state of the system, which must not be running. What was there before
	 * is kept in a folder of its own.
	 * @param until the point in time to restore, or null for the latest
	 * @return the folder with the former state
	 * @throws LaunchFailure if the system is running, or the restore fails
	 */
	public Path restore(@Nullable Instant until) {
		if (this.system.isRunning()) {
			throw new LaunchFailure("Kehu is running: stop it with ./kehu down before a restore.");
		}
		if (!this.databases.exists()) {
			throw new LaunchFailure(this.folder + " does not contain a complete backup.");
		}
		String stamp = STAMP.format(Instant.now());
		Path former = this.system.state().replaced().resolve(stamp);
		try {
			for (String part : List.of(Topology.POSTGRES, Topology.KAFKA, STAGING)) {
				moveAway(data(part), former.resolve(part));
			}
			moveAway(this.system.state().secrets(), former.resolve(SECRETS));
			replace(this.folder.resolve(SECRETS), this.system.state().secrets());
			replace(this.folder.resolve(STAGING), data(STAGING));
			this.databases.restore(data(Topology.POSTGRES), until);
			recover();
			Files.writeString(this.system.state().restored(), "restore-" + stamp);
			return former;
		}
		catch (IOException ex) {
			throw new LaunchFailure(
					"The restore failed: " + ex.getMessage() + " The former state is in " + former + ".", ex);
		}
	}

	private void recover() throws IOException {
		EmbeddedServer server = new Servers(this.system.root(), this.system.state(), this.system.settings(),
				this.system.secrets())
			.start(Topology.POSTGRES);
		try {
			PostgresBackup.finish(this.system.databases());
		}
		finally {
			server.close();
		}
	}

	private Path data(String part) {
		return this.system.state().data().resolve(part);
	}

	private static void moveAway(Path from, Path to) throws IOException {
		if (Files.exists(from)) {
			Files.createDirectories(to.getParent());
			Files.move(from, to);
		}
	}

	/** Copies a folder, if it exists, in place of another one. */
	private static void replace(Path from, Path to) throws IOException {
		StateFolder.delete(to);
		if (Files.notExists(from)) {
			return;
		}
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

}
