package io.kehu.platform.test.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The browser of this machine, for tests of pages.
 */
public final class Chromium {

	/** The usual paths of Chromium and Chrome. */
	private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/snap/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"C:/Program Files/Google/Chrome/Application/chrome.exe");

	private Chromium() {
	}

	/**
	 * Returns the path of the browser, or skips the test with a message if there is none.
	 */
	public static String installed() {
		String named = System.getenv("CHROMIUM");
		String found = (named != null) ? named
				: USUAL_PLACES.stream().filter((place) -> Files.isExecutable(Path.of(place))).findFirst().orElse(null);
		NodeScripts.skipUnless(found != null, "there is no Chromium here; the variable CHROMIUM can name one");
		return Objects.requireNonNull(found);
	}

}
