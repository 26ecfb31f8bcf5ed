package io.kehu.gateway.session;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where a browser goes after a login: a path of this origin, as the address bar shows it.
 */
final class ReturnPath {

	private static final int LONGEST = 1_000;

	/** Browsers take two slashes, and a backslash, for the beginning of a host name. */
	private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

	private ReturnPath() {
	}

	/**
	 * Returns the path.
	 * @throws ResponseStatusException if it is no path of this origin
	 */
	static String of(@Nullable String path) {
		if (path == null) {
			return "/";
		}
		if (path.length() > LONGEST || !OWN.matcher(path).matches() || path.startsWith("/session/")) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The parameter return must be a path of this origin that begins with a single slash, percent-encoded, with at most %d characters."
						.formatted(LONGEST));
		}
		return path;
	}

}
