package io.kehu.platform.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Rejects requests with malformed parameters before anything reads or logs them: invalid
 * encodings, control characters in names, and null characters, which PostgreSQL cannot
 * store.
 */
final class ParameterFilter extends OncePerRequestFilter {

	private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

	private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

	private static final String ENCODING = "must be percent-encoded UTF-8";

	private final HandlerExceptionResolver failures;

	ParameterFilter(HandlerExceptionResolver failures) {
		this.failures = failures;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			check(request.getQueryString());
			checkValues(request);
		}
		catch (ProblemException ex) {
			this.failures.resolveException(request, response, null, ex);
			return;
		}
		chain.doFilter(request, response);
	}

	static void check(@Nullable String query) {
		if (query == null || query.indexOf('%') < 0) {
			return;
		}
		for (String pair : query.split("&", -1)) {
			String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
			if (!isUtf8(name)) {
				throw malformed(name, ENCODING);
			}
			if (!isUtf8(pair)) {
				throw malformed(URLDecoder.decode(name, StandardCharsets.UTF_8), ENCODING);
			}
		}
	}

	private static boolean isUtf8(String encoded) {
		try {
			byte[] bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
				.getBytes(StandardCharsets.ISO_8859_1);
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).limit() >= 0;
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			return false;
		}
	}

	private static void checkValues(HttpServletRequest request) {
		for (Map.Entry<String, String[]> parameter : parameters(request).entrySet()) {
			if (CONTROL.matcher(parameter.getKey()).find()) {
				throw malformed(parameter.getKey(), "a name must not contain control characters");
			}
			if (Arrays.stream(parameter.getValue()).anyMatch((value) -> value.indexOf('\0') >= 0)) {
				throw malformed(parameter.getKey(), "must not contain null characters");
			}
		}
	}

	private static Map<String, String[]> parameters(HttpServletRequest request) {
		try {
			return request.getParameterMap();
		}
		catch (IllegalStateException ex) {
			throw ProblemException.invalid("", "malformed_parameter", "the form is malformed or too large");
		}
	}

	private static ProblemException malformed(String name, String message) {
		return ProblemException.invalidParameter(UNPRINTABLE.matcher(name).replaceAll("?"), "malformed_parameter",
				message);
	}

}
