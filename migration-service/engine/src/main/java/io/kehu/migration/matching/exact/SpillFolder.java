package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the files of one search, deleted with them when it is closed.
 */
public final class SpillFolder implements Closeable {

	private final Path path;

	/** Creates a temporary folder. */
	public SpillFolder() throws IOException {
		this.path = Files.createTempDirectory("kehu-duplicates");
	}

	/** Returns where it is. */
	public Path path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		List<Path> files;
		try (Stream<Path> found = Files.walk(this.path)) {
			files = found.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path file : files) {
			Files.deleteIfExists(file);
		}
	}

}
