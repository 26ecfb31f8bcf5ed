package io.kehu.platform.cloud;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes the problem documents (RFC 9457) of the gateway and of all services alike.
 */
public final class ProblemDocument {

	private static final String PREFIX = "urn:kehu:problem:";

	/** Where the name of the status is not what the problem is called. */
	private static final Map<Integer, String> TYPES = Map.of(400, "invalid-input", 401, "unauthenticated", 412, "stale",
			413, "too-large", 500, "internal", 503, "unavailable", 504, "timeout");

	private ProblemDocument() {
	}

	/**
	 * Returns a problem document.
	 * @param type the last part of the type, for example {@code invalid-input}, or null
	 * for that of the status
	 * @param path the raw path of the request
	 * @param traceId what the request is known by, or null
	 */
	public static ProblemDetail of(HttpStatusCode status, @Nullable String type, @Nullable String detail, String path,
			@Nullable String traceId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		if (type != null) {
			problem.setType(URI.create(PREFIX + type));
		}
		complete(problem, path, traceId);
		return problem;
	}

	/**
	 * Adds what a problem document of Spring's lacks: its type, where it happened, and
	 * what the request is known by.
	 * @param path the raw path of the request
	 * @param traceId what the request is known by, or null
	 */
	@SuppressWarnings("ConstantValue")
	public static void complete(ProblemDetail problem, String path, @Nullable String traceId) {
		URI type = problem.getType();
		if (type == null || "about:blank".equals(type.toString())) {
			problem.setType(URI.create(PREFIX + typeOf(problem.getStatus())));
		}
		if (problem.getInstance() == null) {
			problem.setInstance(URI.create(path));
		}
		if (traceId != null) {
			problem.setProperty("traceId", traceId);
		}
	}

	private static String typeOf(int status) {
		String known = TYPES.get(status);
		if (known != null) {
			return known;
		}
		HttpStatus named = HttpStatus.resolve(status);
		return (named != null) ? named.name().toLowerCase(Locale.ROOT).replace('_', '-') : Integer.toString(status);
	}

}
