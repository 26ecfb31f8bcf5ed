package io.kehu.platform.path;

import java.util.regex.Pattern;

/**
 * Recognizes the paths of records that are addressed by their external ids. Their last
 * segment is an id of another system and may contain any encoded character, such as a
 * slash, because nothing reads it before it has been separated from the others.
 */
public final class ExternalIdPath {

	private static final String MARK = "/by-external-id/";

	private static final Pattern PATH = Pattern.compile("/api/v1/[a-z-]+/by-external-id/[A-Za-z0-9._-]+/([^/;\\\\]+)");

	private ExternalIdPath() {
	}

	/**
	 * Returns whether a path, as it was sent, is one of these. Encoded null characters
	 * and literal dot segments are excluded.
	 */
	public static boolean matches(String rawPath) {
		return rawPath.contains(MARK) && PATH.matcher(rawPath).matches() && !rawPath.contains("%00")
				&& !rawPath.matches(".*/\\.{1,2}(/.*)?");
	}

}
