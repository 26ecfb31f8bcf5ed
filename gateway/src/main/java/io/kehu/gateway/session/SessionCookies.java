package io.kehu.gateway.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The cookies of the gateway. The prefix has browsers accept them from this host only,
 * over a secure connection or from localhost.
 */
public final class SessionCookies {

	static final String SESSION = "__Host-kehu-session";

	static final String LOGIN = "__Host-kehu-login";

	private static final Duration LOGIN_WITHIN = Duration.ofMinutes(30);

	private SessionCookies() {
	}

	static Optional<String> valueOf(String name, ServerHttpRequest request) {
		return Optional.ofNullable(request.getCookies().getFirst(name))
			.map(HttpCookie::getValue)
			.filter((value) -> !value.isEmpty());
	}

	/** Returns the cookie of a session. Pages of other sites cannot have it sent. */
	static ResponseCookie session(String id) {
		return cookie(SESSION, id).sameSite("Strict").build();
	}

	/** Returns the cookie that a browser needs to finish a login that it began. */
	static ResponseCookie login(String content) {
		return cookie(LOGIN, content).sameSite("Lax").maxAge(LOGIN_WITHIN).build();
	}

	static ResponseCookie removed(String name) {
		return cookie(name, "").sameSite("Strict").maxAge(Duration.ZERO).build();
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
		return ResponseCookie.from(name, value).httpOnly(true).secure(true).path("/");
	}

	/**
	 * Removes the cookies that are the gateway's own business.
	 * @param headers the values of the header {@code Cookie}
	 * @return the values that services may see
	 */
	public static List<String> withoutOwn(List<String> headers) {
		if (headers.stream().noneMatch((header) -> header.contains("__Host-kehu-"))) {
			return headers;
		}
		String rest = headers.stream()
			.flatMap((header) -> Stream.of(header.split(";")))
			.map(String::strip)
			.filter((cookie) -> !cookie.isEmpty() && !cookie.startsWith("__Host-kehu-"))
			.collect(Collectors.joining("; "));
		return rest.isEmpty() ? List.of() : List.of(rest);
	}

}
