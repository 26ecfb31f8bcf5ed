package io.kehu.platform.test.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds real data by the property {@code kehu.realdata}, which the build sets.
 */
public final class RealDataFolder {

	static final String PROPERTY = "kehu.realdata";

	private RealDataFolder() {
	}

	/**
	 * The folder, where it is.
	 * @return the folder, or empty
	 */
	public static Optional<Path> find() {
		return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).filter(Files::isDirectory);
	}

	/**
	 * A file of the folder, which {@link RealData} has found.
	 * @param file the path below the folder
	 * @return the file, never null
	 */
	public static Path resolve(String file) {
		return find().orElseThrow().resolve(file);
	}

}
