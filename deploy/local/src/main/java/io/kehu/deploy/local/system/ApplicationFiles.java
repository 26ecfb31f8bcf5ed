package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files for starting an application quickly: its extracted Boot jar and the start-up
 * cache for this Java version, in a folder named after the content of the jar.
 */
final class ApplicationFiles {

	private static final Duration EXTRACTION_LIMIT = Duration.ofMinutes(2);

	private final Application application;

	private final Path built;

	private final Path home;

	private final Path folder;

	private ApplicationFiles(Application application, Path built, Path home, String fingerprint) {
		this.application = application;
		this.built = built;
		this.home = home;
		this.folder = home.resolve(fingerprint);
	}

	/**
	 * Locates the jar that the build created.
	 * @throws LaunchFailure if it has not been built
	 */
	static ApplicationFiles locate(Application application, Path root, StateFolder state) {
		Path module = root.resolve(application.name());
		// A service with several modules is packaged in the one called "service"
		Path service = module.resolve("service");
		Path target = (Files.isDirectory(service) ? service : module).resolve("target");
		String prefix = "kehu-" + application.name() + "-";
		try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
			Path jar = files.filter((file) -> file.getFileName().toString().startsWith(prefix))
				.filter((file) -> file.getFileName().toString().matches(".*[0-9T]\\.jar"))
				.max(Comparator.naturalOrder())
				.orElseThrow(() -> new LaunchFailure(application.name() + " is not built: run ./mvnw package."));
			return new ApplicationFiles(application, jar, state.applications().resolve(application.name()),
					fingerprint(jar));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Extracts the jar unless that has already been done, and removes the files of older
	 * builds.
	 */
	synchronized Path extract() {
		Path jar = jar();
		if (Files.exists(jar)) {
			return jar;
		}
		StateFolder.delete(this.home);
		Path draft = this.home.resolve("extracting");
		List<String> command = List.of(JavaRuntime.command(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"-Djarmode=tools", "-jar", this.built.toString(), "extract", "--destination", draft.toString());
		try {
			Files.createDirectories(this.home);
			Path log = this.home.resolve("extract.log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			if (!BoundProcess.succeeds(builder, EXTRACTION_LIMIT)) {
				throw new LaunchFailure(this.built + " could not be extracted; see " + log + ".");
			}
			Files.move(draft, this.folder);
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Application application() {
		return this.application;
	}

	/**
	 * Returns the extracted jar with the application's own classes; the libraries are
	 * next to it.
	 */
	Path jar() {
		return this.folder.resolve(this.built.getFileName());
	}

	/** Returns the location of the start-up cache, which need not exist. */
	Path cache() {
		return this.folder.resolve(JavaRuntime.cacheName());
	}

	/** Computes a fingerprint from the names, sizes and checksums of all entries. */
	private static String fingerprint(Path jar) throws IOException {
		CRC32 sum = new CRC32();
		long size = 0;
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
				ZipEntry entry = entries.nextElement();
				String line = entry.getName() + " " + entry.getCrc() + " " + entry.getSize() + "\n";
				sum.update(line.getBytes(StandardCharsets.UTF_8));
				size += Math.max(0, entry.getSize());
			}
		}
		return "%08x-%x".formatted(sum.getValue(), size);
	}

}
