package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where and how a server runs.
 *
 * @param folder the folder that holds all files of this one server
 * @param temporary whether the folder is deleted with the server, and speed takes
 * precedence over durability
 * @param port the port on 127.0.0.1, or 0 for a free one
 * @param logFile the log file of the server
 * @param password the password of the superuser of PostgreSQL and MariaDB, or of Redis;
 * if null, it is generated for the databases and not required by Redis
 * @param options settings with the server's own names, such as {@code max_connections},
 * which override those of this module
 */
public record ServerSettings(Path folder, boolean temporary, int port, Path logFile, @Nullable String password,
		Map<String, String> options) {

	/**
	 * Creates settings with a copy of the options.
	 */
	public ServerSettings {
		options = Map.copyOf(options);
	}

	/**
	 * Returns settings for tests: a new folder, a free port, no syncing to disk.
	 * @return the settings, never null
	 */
	public static ServerSettings forTests() {
		try {
			Path folder = Files.createTempDirectory("kehu-");
			return new ServerSettings(folder, true, 0, folder.resolve("server.log"), null, Map.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns settings for data that is kept: whatever is acknowledged is on disk.
	 * @param folder the folder of the server, created if missing
	 * @return the settings with a free port, never null
	 */
	public static ServerSettings durable(Path folder) {
		Path absolute = folder.toAbsolutePath();
		return new ServerSettings(absolute, false, 0, absolute.resolve("server.log"), null, Map.of());
	}

	/**
	 * Returns these settings with another port.
	 * @param newPort the port
	 * @return the settings, never null
	 */
	public ServerSettings withPort(int newPort) {
		return new ServerSettings(this.folder, this.temporary, newPort, this.logFile, this.password, this.options);
	}

	/**
	 * Returns these settings with another log file.
	 * @param newLogFile the log file, appended to
	 * @return the settings, never null
	 */
	public ServerSettings withLogFile(Path newLogFile) {
		return new ServerSettings(this.folder, this.temporary, this.port, newLogFile.toAbsolutePath(), this.password,
				this.options);
	}

	/**
	 * Returns these settings with another password.
	 * @param newPassword the password
	 * @return the settings, never null
	 */
	public ServerSettings withPassword(String newPassword) {
		return new ServerSettings(this.folder, this.temporary, this.port, this.logFile, newPassword, this.options);
	}

	/**
	 * Returns these settings with one more option.
	 * @param name the server's own name of the option
	 * @param value its value
	 * @return the settings, never null
	 */
	public ServerSettings withOption(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.options);
		more.put(name, value);
		return new ServerSettings(this.folder, this.temporary, this.port, this.logFile, this.password, more);
	}

}
