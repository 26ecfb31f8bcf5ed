package io.kehu.platform.idempotency;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that a response has before a request is processed, so that it can be
 * processed again.
 */
final class ResponseHead {

	private final HttpServletResponse response;

	private final Map<String, Collection<String>> headers;

	private ResponseHead(HttpServletResponse response, Map<String, Collection<String>> headers) {
		this.response = response;
		this.headers = headers;
	}

	static ResponseHead of(HttpServletResponse response) {
		Map<String, Collection<String>> headers = new LinkedHashMap<>();
		response.getHeaderNames().forEach((name) -> headers.put(name, List.copyOf(response.getHeaders(name))));
		return new ResponseHead(response, headers);
	}

	/** Removes all that has been added to the response since. */
	void restore() {
		this.response.reset();
		this.headers.forEach((name, values) -> values.forEach((value) -> this.response.addHeader(name, value)));
	}

}
