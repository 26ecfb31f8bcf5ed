package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * PostgreSQL as a child process, reachable only by TCP with passwords.
 */
public final class PostgresServer extends EmbeddedServer {

	private static final String DATA = "data";

	private final PlainUser user;

	private final Path binaries;

	/**
	 * Creates the server without starting it.
	 * @param settings where and how it runs
	 */
	public PostgresServer(ServerSettings settings) {
		this(settings, PlainUser.current());
	}

	PostgresServer(ServerSettings settings, PlainUser user) {
		super(ServerKind.POSTGRESQL, settings);
		this.user = user;
		this.binaries = Binaries.postgres();
	}

	/**
	 * Returns access to the databases and roles of this server.
	 * @return the databases, never null
	 */
	public PostgresDatabases databases() {
		try {
			return new PostgresDatabases(port(), PostgresCluster.password(settings().folder()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	void prepare() throws IOException {
		Path data = file(DATA);
		PostgresCluster cluster = new PostgresCluster(this.binaries, this.user);
		if (Files.notExists(data.resolve("PG_VERSION"))) {
			Folders.delete(data);
			if (settings().temporary()) {
				cluster.copyTemplate(settings().folder());
			}
			else {
				cluster.create(settings().folder(), settings().password());
			}
		}
		Files.writeString(data.resolve("postgresql.conf"), configuration());
		Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
		this.user.own(settings().folder());
	}

	@Override
	List<String> command() {
		return this.user
			.command(List.of(this.binaries.resolve("bin/postgres").toString(), "-D", file(DATA).toString()));
	}

	@Override
	Map<String, String> environment() {
		return PostgresCluster.ENVIRONMENT;
	}

	@Override
	boolean isReady() {
		try {
			List<String> lines = Files.readAllLines(file(DATA).resolve("postmaster.pid"));
			return lines.size() >= 8 && Long.parseLong(lines.get(0).strip()) == process().pid()
					&& lines.get(7).strip().equals("ready");
		}
		catch (IOException | NumberFormatException ex) {
			return false;
		}
	}

	private String configuration() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("listen_addresses", "127.0.0.1");
		values.put("port", Integer.toString(port()));
		values.put("unix_socket_directories", "");
		values.put("password_encryption", "scram-sha-256");
		values.put("max_connections", "150");
		values.put("shared_preload_libraries", "pg_stat_statements");
		values.put("io_method", "sync");
		values.put("jit", "off");
		values.put("random_page_cost", "1.1");
		values.put("timezone", "UTC");
		values.put("log_timezone", "UTC");
		values.put("lc_messages", "C");
		values.put("log_line_prefix", "%m [%p] %q%u@%d ");
		values.putAll(settings().temporary() ? fast() : durable());
		values.putAll(settings().options());
		return values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
			.collect(Collectors.joining());
	}

	private static Map<String, String> durable() {
		return Map.of("shared_buffers", "256MB", "max_wal_size", "2GB", "checkpoint_completion_target", "0.9",
				// A backup changes the command, which needs no restart
				"archive_mode", "on", "archive_command", "true",
				// Rows, whose values are personal data, do not belong in the log
				"log_error_verbosity", "terse", "log_min_error_statement", "panic");
	}

	/**
	 * Nothing is synced to disk, but commits reach the operating system, so that tests
	 * can rely on a killed server losing none.
	 */
	private static Map<String, String> fast() {
		return Map.of("fsync", "off", "full_page_writes", "off", "autovacuum", "off", "shared_buffers", "64MB",
				"wal_level", "minimal", "max_wal_senders", "0", "max_wal_size", "512MB", "checkpoint_timeout", "1h");
	}

}
