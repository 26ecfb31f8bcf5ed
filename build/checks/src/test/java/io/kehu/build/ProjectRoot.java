package io.kehu.build;

import java.nio.file.Path;

/**
 * The folder that holds the whole project.
 */
final class ProjectRoot {

	private ProjectRoot() {
	}

	static Path resolve(String path) {
		return Path.of(System.getProperty("kehu.root")).resolve(path);
	}

}
