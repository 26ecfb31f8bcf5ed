package io.kehu.auth.login;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.kehu.platform.digest.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A new login that an authorization request asks for, with {@code prompt=login} or a
 * small {@code max_age}. The browser session remembers how old the login was when the
 * request was first seen, so that exactly the login that follows satisfies it, however
 * long it takes.
 */
final class Reauthentication {

	private static final String ATTRIBUTE = "io.kehu.reauthentication";

	private static final String NO_LOGIN = "-";

	private static final int MOST_AT_A_TIME = 8;

	private final HttpServletRequest request;

	Reauthentication(HttpServletRequest request) {
		this.request = request;
	}

	/**
	 * Returns whether the user has logged in since this request was first seen; otherwise
	 * remembers the request.
	 * @param loggedInAt the time of the current login, or null if there is none
	 */
	boolean isDone(@Nullable Instant loggedInAt) {
		Map<String, String> pending = pending();
		String before = pending.get(key());
		if (before != null && loggedInAt != null
				&& (before.equals(NO_LOGIN) || loggedInAt.isAfter(Instant.parse(before)))) {
			return true;
		}
		pending.remove(key());
		pending.put(key(), (loggedInAt != null) ? loggedInAt.toString() : NO_LOGIN);
		while (pending.size() > MOST_AT_A_TIME) {
			pending.remove(pending.keySet().iterator().next());
		}
		store(pending);
		return false;
	}

	/**
	 * Forgets the request once it has been granted: the same request later needs another
	 * login.
	 */
	void forget() {
		Map<String, String> pending = pending();
		if (pending.remove(key()) != null) {
			store(pending);
		}
	}

	private Map<String, String> pending() {
		HttpSession session = this.request.getSession(false);
		Map<String, String> pending = new LinkedHashMap<>();
		if (session != null && session.getAttribute(ATTRIBUTE) instanceof String stored && !stored.isEmpty()) {
			Arrays.stream(stored.split(" "))
				.map((entry) -> entry.split("=", 2))
				.forEach((entry) -> pending.put(entry[0], entry[1]));
		}
		return pending;
	}

	private void store(Map<String, String> pending) {
		this.request.getSession()
			.setAttribute(ATTRIBUTE,
					pending.entrySet()
						.stream()
						.map((entry) -> entry.getKey() + "=" + entry.getValue())
						.collect(Collectors.joining(" ")));
	}

	/**
	 * Identifies the request by its parameters, without the one that the saved request
	 * adds.
	 */
	private String key() {
		Map<String, String[]> parameters = new TreeMap<>(this.request.getParameterMap());
		parameters.remove("continue");
		return Sha256.base64UrlOf(parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + String.join("\n", entry.getValue()))
			.collect(Collectors.joining("\n\n")));
	}

}
