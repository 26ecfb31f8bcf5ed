package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import io.kehu.platform.embedded.ProcessIdentity;

/**
 * Records on disk which processes were started, so that later launchers can find them.
 *
 * @param folder the folder with one small file per process
 */
record ProcessRecords(Path folder) {

	private static final String SUFFIX = ".process";

	void save(String name, ProcessIdentity process) {
		Properties properties = new Properties();
		properties.setProperty("pid", Long.toString(process.pid()));
		properties.setProperty("started", process.startInstant().toString());
		try (var writer = Files.newBufferedWriter(file(name))) {
			properties.store(writer, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the record of a process, whether it is still running or not. */
	Optional<ProcessIdentity> find(String name) {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(file(name))) {
			properties.load(reader);
			return Optional.of(new ProcessIdentity(Long.parseLong(properties.getProperty("pid", "")),
					Instant.parse(properties.getProperty("started", ""))));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			// Incomplete, since the launcher was killed while writing it
			return Optional.empty();
		}
	}

	boolean isAlive(String name) {
		return find(name).filter(ProcessIdentity::isAlive).isPresent();
	}

	/** Returns all records by name. */
	Map<String, ProcessIdentity> all() {
		Map<String, ProcessIdentity> found = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(this.folder)) {
			files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(SUFFIX))
				.map((file) -> file.substring(0, file.length() - SUFFIX.length()))
				.sorted()
				.forEach((name) -> find(name).ifPresent((process) -> found.put(name, process)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

	void forget(String name) {
		try {
			Files.deleteIfExists(file(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String name) {
		return this.folder.resolve(name + SUFFIX);
	}

}
