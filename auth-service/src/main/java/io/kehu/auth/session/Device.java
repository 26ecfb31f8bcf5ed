package io.kehu.auth.session;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Describes devices to users.
 */
final class Device {

	private static final Map<String, String> BROWSERS = ordered("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox",
			"Chrome/", "Chrome", "Safari/", "Safari");

	private static final Map<String, String> SYSTEMS = ordered("Android", "Android", "iPhone", "iPhone", "iPad", "iPad",
			"Windows", "Windows", "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

	private Device() {
	}

	/**
	 * Returns the browser and operating system of a {@code User-Agent} header.
	 */
	static String of(@Nullable String agent) {
		String text = (agent != null) ? agent : "";
		return find(BROWSERS, text, "Unknown browser") + " on " + find(SYSTEMS, text, "an unknown system");
	}

	private static String find(Map<String, String> names, String text, String otherwise) {
		return names.entrySet()
			.stream()
			.filter((entry) -> text.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(otherwise);
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int index = 0; index < pairs.length; index += 2) {
			map.put(pairs[index], pairs[index + 1]);
		}
		return map;
	}

}
