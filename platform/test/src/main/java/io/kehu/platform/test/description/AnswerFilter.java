package io.kehu.platform.test.description;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Checks each answer of the API when it is complete, outside of everything that the
 * service itself puts before its controllers.
 */
final class AnswerFilter implements Filter {

	private static final String API = "/api/";

	private final AnswerCheck check;

	AnswerFilter(AnswerCheck check) {
		this.check = check;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		if (!path(http).startsWith(API) || http.getMethod().equals("OPTIONS")) {
			chain.doFilter(request, response);
			return;
		}
		Deviations.begin();
		try {
			watch(new WatchedRequest(http), new WatchedResponse((HttpServletResponse) response), chain);
		}
		finally {
			Deviations.end();
		}
	}

	private void watch(WatchedRequest request, WatchedResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, response);
		// Answers in other threads are streams of events, whose end a test need not see
		if (!request.isAsyncStarted() && !response.isError()) {
			Exchange exchange = exchange(request, response);
			this.check.deviations(exchange).forEach((deviation) -> Deviations.add(exchange + ": " + deviation));
		}
	}

	private static Exchange exchange(WatchedRequest request, WatchedResponse response) {
		Map<String, String> headers = new TreeMap<>();
		response.getHeaderNames()
			.forEach((name) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(response.getHeader(name))));
		Set<String> sent = Collections.list(request.getHeaderNames())
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return new Exchange(request.getMethod(), path(request), parameters(request.getQueryString()), sent,
				request.body(), response.getStatus(), headers, response.body());
	}

	private static String path(HttpServletRequest request) {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		Object original = error ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : null;
		return (original != null) ? original.toString() : request.getRequestURI();
	}

	private static List<String> parameters(@Nullable String query) {
		if (query == null || query.isEmpty()) {
			return List.of();
		}
		return Arrays.stream(query.split("&"))
			.map((pair) -> pair.replaceFirst("=.*", ""))
			.map(AnswerFilter::decoded)
			.distinct()
			.toList();
	}

	private static String decoded(String name) {
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return name;
		}
	}

}
