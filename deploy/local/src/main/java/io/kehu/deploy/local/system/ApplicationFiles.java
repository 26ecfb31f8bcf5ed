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
 * One application made ready to start quickly: its Boot jar taken apart, beside it the
 * start-up cache of this Java; both named by the content of the jar.
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
	 * Finds what the build made of an application.
	 * @throws LaunchFailure when the build has not made it
	 */
	static ApplicationFiles locate(Application application, Path root, StateFolder state) {
		Path module = root.resolve(application.name());
		// A service of several modules keeps its program in the one called "service"
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
	 * Takes the jar apart unless that was done before; what older builds left is removed.
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
				throw new LaunchFailure(this.built + " could not be taken apart; see " + log + ".");
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

	/** The extracted jar: the application's own classes, its libraries beside it. */
	Path jar() {
		return this.folder.resolve(this.built.getFileName());
	}

	/** The start-up cache, there or not. */
	Path cache() {
		return this.folder.resolve(JavaRuntime.cacheName());
	}

	/** A fingerprint of the content: names, sizes and checksums of all that is inside. */
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
