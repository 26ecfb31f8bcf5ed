package io.kehu.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path of the broker's process: this module's classes, and the jars that the
 * build placed next to them.
 */
final class KafkaClassPath {

	private static final String FOLDER = "kafka-server";

	private KafkaClassPath() {
	}

	static String get() {
		try {
			return of(Path.of(codeSource().toURI()));
		}
		catch (IOException | URISyntaxException ex) {
			throw new ServerStartException("The jars of the Kafka server cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Returns the class path for this module's classes in a folder or in a jar.
	 * @param home the folder or the jar
	 * @return the class path in the format of the JVM
	 * @throws IOException if they cannot be read
	 */
	static String of(Path home) throws IOException {
		Path jars = Files.isDirectory(home) ? home.resolve(FOLDER) : unpacked(home);
		if (!Files.isDirectory(jars)) {
			throw new ServerStartException("The jars of the Kafka server are missing in " + jars
					+ ": run ./mvnw -pl platform/embedded process-resources.");
		}
		try (Stream<Path> files = Files.list(jars)) {
			return Stream.concat(Stream.of(home), files.sorted())
				.map(Path::toString)
				.collect(Collectors.joining(File.pathSeparator));
		}
	}

	private static URL codeSource() {
		return KafkaClassPath.class.getProtectionDomain().getCodeSource().getLocation();
	}

	private static Path unpacked(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			List<? extends ZipEntry> entries = file.stream()
				.filter((entry) -> entry.getName().startsWith(FOLDER + "/") && entry.getName().endsWith(".jar"))
				.toList();
			long sum = entries.stream().mapToLong((entry) -> entry.getName().hashCode() * 31L + entry.getCrc()).sum();
			return Folders.cached("kafka-" + Long.toHexString(sum), (folder) -> {
				for (ZipEntry entry : entries) {
					try (InputStream input = file.getInputStream(entry)) {
						Files.copy(input, folder.resolve(Path.of(entry.getName()).getFileName().toString()));
					}
				}
			});
		}
	}

}
