package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Creates the files of a PostgreSQL server, or copies them from a cached template.
 */
final class PostgresCluster {

	/** Keeps the locale of the machine out of data and messages. */
	static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

	private static final String DATA = "data";

	private static final String PASSWORD_FILE = "superuser.password";

	/**
	 * New databases include statistics, and the role of a service can only connect to its
	 * own database.
	 */
	private static final String TEMPLATE_SQL = """
			CREATE EXTENSION pg_stat_statements;
			REVOKE ALL ON DATABASE postgres FROM PUBLIC;
			REVOKE ALL ON DATABASE template1 FROM PUBLIC;
			""";

	private final Path binaries;

	private final PlainUser user;

	PostgresCluster(Path binaries, PlainUser user) {
		this.binaries = binaries;
		this.user = user;
	}

	static String password(Path folder) throws IOException {
		return Files.readString(folder.resolve(PASSWORD_FILE));
	}

	void create(Path folder, @Nullable String password) throws IOException {
		initialize(folder, (password != null) ? password : randomPassword(), List.of(), List.of());
	}

	void copyTemplate(Path folder) throws IOException {
		String name = this.binaries.getFileName() + "-template-" + this.user.name().toLowerCase(Locale.ROOT);
		Path template = Folders.cached(name, (partial) -> initialize(partial, randomPassword(),
				List.of("--no-sync", "--no-data-checksums", "--wal-segsize=1"), List.of("-c", "fsync=off")));
		Commands.run(List.of("cp", "-R", template.resolve(DATA).toString(), folder.resolve(DATA).toString()));
		Folders.writeForOwner(folder.resolve(PASSWORD_FILE), password(template));
	}

	private void initialize(Path folder, String password, List<String> initOptions, List<String> runOptions)
			throws IOException {
		Folders.writeForOwner(folder.resolve(PASSWORD_FILE), password);
		this.user.own(folder);
		List<String> command = new ArrayList<>(List.of(this.binaries.resolve("bin/initdb").toString(), "-D",
				folder.resolve(DATA).toString(), "-U", PostgresDatabases.SUPERUSER, "--pwfile",
				folder.resolve(PASSWORD_FILE).toString(), "--auth=scram-sha-256", "--encoding=UTF8",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
		command.addAll(initOptions);
		Commands.run(this.user.command(command), ENVIRONMENT, "");
		List<String> single = new ArrayList<>(List.of(this.binaries.resolve("bin/postgres").toString(), "--single",
				"-j", "-D", folder.resolve(DATA).toString()));
		single.addAll(runOptions);
		single.add("template1");
		Commands.run(this.user.command(single), ENVIRONMENT, TEMPLATE_SQL.replace(";\n", ";\n\n"));
	}

	private static String randomPassword() {
		byte[] bytes = new byte[16];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
