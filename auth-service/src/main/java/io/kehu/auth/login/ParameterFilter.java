package io.kehu.auth.login;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses requests with malformed parameters before anything reads or logs them: invalid
 * encodings, control characters in names, and null characters, which PostgreSQL can't
 * store.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ParameterFilter extends OncePerRequestFilter {

	private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

	private final HandlerExceptionResolver failures;

	ParameterFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
		this.failures = failures;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isWellFormed(request)) {
			chain.doFilter(request, response);
		}
		else {
			this.failures.resolveException(request, response, null, ProblemException.of(HttpStatus.BAD_REQUEST,
					"malformed-parameter", "A parameter is not valid UTF-8 or contains control characters."));
		}
	}

	private static boolean isWellFormed(HttpServletRequest request) {
		try {
			return request.getParameterMap().entrySet().stream().allMatch(ParameterFilter::isWellFormed);
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private static boolean isWellFormed(Map.Entry<String, String[]> parameter) {
		return !CONTROL.matcher(parameter.getKey()).find()
				&& Arrays.stream(parameter.getValue()).noneMatch((value) -> value.indexOf('\0') >= 0);
	}

}
