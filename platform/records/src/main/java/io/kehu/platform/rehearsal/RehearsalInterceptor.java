package io.kehu.platform.rehearsal;

import java.util.Set;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Runs requests with {@code dryRun=true} as rehearsals. An operation that cannot be
 * rehearsed refuses the parameter, since it would make the change.
 */
final class RehearsalInterceptor implements HandlerInterceptor {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String[] given = request.getParameterValues(Rehearsal.PARAMETER);
		if (given == null || !(handler instanceof HandlerMethod method) || SAFE.contains(request.getMethod())) {
			return true;
		}
		if (!isRehearsable(method)) {
			throw refused("not_supported", "this operation has no dry run");
		}
		if (isDryRun(given)) {
			if (request.getHeader("Idempotency-Key") != null) {
				throw ProblemException.invalidParameter("Idempotency-Key", "not_supported",
						"a dry run stores nothing, so its answer cannot be replayed");
			}
			Rehearsal.begin();
		}
		return true;
	}

	static boolean isRehearsable(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Rehearsable.class);
	}

	private static boolean isDryRun(String[] given) {
		return switch (String.join(",", given)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw refused("invalid_value", "must be true or false");
		};
	}

	private static ProblemException refused(String code, String message) {
		return ProblemException.invalidParameter(Rehearsal.PARAMETER, code, message);
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		Rehearsal.end();
	}

}
