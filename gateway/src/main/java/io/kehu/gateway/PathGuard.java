package io.kehu.gateway;

import java.util.Locale;
import java.util.regex.Pattern;

import io.kehu.platform.path.ExternalIdPath;

/**
 * Detects paths that different servers interpret differently, so that the path that is
 * routed is the path that is served.
 */
final class PathGuard {

	private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%(00|2e|2f|3b|5c)");

	private PathGuard() {
	}

	static boolean isClean(String rawPath) {
		return isPlain(rawPath) || !AMBIGUOUS.matcher(rawPath.toLowerCase(Locale.ROOT)).find()
				|| ExternalIdPath.matches(rawPath);
	}

	/** Shortcut that covers nearly all paths. */
	private static boolean isPlain(String path) {
		char before = 0;
		for (int i = 0; i < path.length(); i++) {
			char character = path.charAt(i);
			boolean suspicious = character == '%' || character == ';' || character == '\\'
					|| (before == '/' && (character == '/' || character == '.'));
			if (suspicious) {
				return false;
			}
			before = character;
		}
		return true;
	}

}
