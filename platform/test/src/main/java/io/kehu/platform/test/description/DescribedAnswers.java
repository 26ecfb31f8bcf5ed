package io.kehu.platform.test.description;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Checks what a client under test received against the OpenAPI file of the service, if
 * there is one on the class path. The client is the place to do so, since it receives
 * what has been compressed, refused by the server or sent in pieces as any client does.
 */
public final class DescribedAnswers {

	private static final String API = "/api/";

	private static final @Nullable AnswerCheck CHECK = enabled() ? load() : null;

	private DescribedAnswers() {
	}

	private static boolean enabled() {
		return Boolean.parseBoolean(System.getProperty("kehu.openapi.check", "true"));
	}

	private static @Nullable AnswerCheck load() {
		DescribedApi api = DescribedApi.load();
		return (api != null) ? new AnswerCheck(api) : null;
	}

	/**
	 * Checks the answer to a request.
	 * @param request the request
	 * @param status the status of the answer
	 * @param headers the headers of the answer
	 * @param body the body of the answer as it was received
	 * @throws AssertionError if the answer, or an accepted request, is not as described
	 */
	public static void check(HttpRequest request, int status, HttpHeaders headers, byte[] body) {
		if (applies(request.method(), request.uri().getRawPath())) {
			String type = request.headers().firstValue("Content-Type").orElse(null);
			check(request.method(), request.uri().getRawPath(), request.uri().getRawQuery(),
					request.headers().map().keySet(), Body.of(type, request.bodyPublisher().orElse(null)), status,
					headers, body);
		}
	}

	/**
	 * Checks the answer to a request whose body is not checked.
	 * @param method the method of the request
	 * @param target the path and the query of the request, encoded
	 * @param sent the headers of the request
	 * @param status the status of the answer
	 * @param headers the headers of the answer
	 * @param body the body of the answer as it was received
	 * @throws AssertionError if the answer is not as described
	 */
	public static void check(String method, String target, Map<String, String> sent, int status, HttpHeaders headers,
			byte[] body) {
		if (applies(method, target)) {
			int end = target.indexOf('?');
			check(method, (end < 0) ? target : target.substring(0, end), (end < 0) ? null : target.substring(end + 1),
					sent.keySet(), Body.NONE, status, headers, body);
		}
	}

	private static boolean applies(String method, String path) {
		return CHECK != null && path.startsWith(API) && !method.equals("OPTIONS");
	}

	private static void check(String method, String path, @Nullable String query, Set<String> requestHeaders, Body sent,
			int status, HttpHeaders headers, byte[] body) {
		AnswerCheck check = CHECK;
		if (check == null) {
			return;
		}
		Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.map().forEach((name, values) -> received.put(name, values.get(0)));
		Exchange exchange = new Exchange(method, path, Parameters.names(query), requestHeaders, sent, status, received,
				Body.of(received, body));
		List<String> deviations = check.deviations(exchange);
		if (!deviations.isEmpty()) {
			throw new AssertionError("The OpenAPI file is not what the service does: %s\n%s".formatted(exchange,
					String.join("\n", deviations)));
		}
	}

}
