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
 * @param temporary whether the folder is deleted with the server, and speed goes before
 * safety on disk
 * @param port the port on 127.0.0.1, or 0 for a free one
 * @param logFile where the server writes its log
 * @param password the password of PostgreSQL's and MariaDB's superuser or of Redis; when
 * null the databases' is generated and Redis asks for none
 * @param options settings in the server's own words that go before this module's, such as
 * {@code max_connections}
 */
public record ServerSettings(Path folder, boolean temporary, int port, Path logFile, @Nullable String password,
		Map<String, String> options) {

	/**
	 * Creates the settings with a copy of the options.
	 */
	public ServerSettings {
		options = Map.copyOf(options);
	}

	/**
	 * Settings for tests: a new folder, a free port, nothing synchronised to disk.
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
	 * Settings for data that is kept: what is acknowledged is on disk.
	 * @param folder the server's folder, which need not exist
	 * @return the settings with a free port, never null
	 */
	public static ServerSettings durable(Path folder) {
		Path absolute = folder.toAbsolutePath();
		return new ServerSettings(absolute, false, 0, absolute.resolve("server.log"), null, Map.of());
	}

	/**
	 * The same settings with another port.
	 * @param newPort the port
	 * @return the settings, never null
	 */
	public ServerSettings withPort(int newPort) {
		return new ServerSettings(this.folder, this.temporary, newPort, this.logFile, this.password, this.options);
	}

	/**
	 * The same settings with another log file.
	 * @param newLogFile the log file, appended to
	 * @return the settings, never null
	 */
	public ServerSettings withLogFile(Path newLogFile) {
		return new ServerSettings(this.folder, this.temporary, this.port, newLogFile.toAbsolutePath(), this.password,
				this.options);
	}

	/**
	 * The same settings with another password.
	 * @param newPassword the password
	 * @return the settings, never null
	 */
	public ServerSettings withPassword(String newPassword) {
		return new ServerSettings(this.folder, this.temporary, this.port, this.logFile, newPassword, this.options);
	}

	/**
	 * The same settings with one more option.
	 * @param name the option in the server's own words
	 * @param value its value
	 * @return the settings, never null
	 */
	public ServerSettings withOption(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.options);
		more.put(name, value);
		return new ServerSettings(this.folder, this.temporary, this.port, this.logFile, this.password, more);
	}

}
