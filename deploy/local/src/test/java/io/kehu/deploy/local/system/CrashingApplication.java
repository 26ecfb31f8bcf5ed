package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An application that can be extracted like any other, and ends during start-up.
 */
final class CrashingApplication {

	static final String LAST_WORDS = "the moon is in the wrong quarter";

	private CrashingApplication() {
	}

	public static void main(String[] arguments) throws IOException {
		if (arguments.length == 3 && arguments[0].equals("extract")) {
			Path jar = Path.of(System.getProperty("java.class.path"));
			Path folder = Files.createDirectories(Path.of(arguments[2]));
			Files.copy(jar, folder.resolve(jar.getFileName()));
			return;
		}
		throw new IllegalStateException(LAST_WORDS);
	}

}
