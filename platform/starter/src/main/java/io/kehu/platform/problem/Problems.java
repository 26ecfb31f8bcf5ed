package io.kehu.platform.problem;

import java.util.List;

import io.kehu.platform.cloud.ProblemDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes the problem documents of all services alike.
 */
public final class Problems {

	private Problems() {
	}

	/**
	 * Returns a problem document.
	 * @param type the last part of the type, for example {@code invalid-input}
	 * @param instance the path of the request
	 */
	public static ProblemDetail of(HttpStatusCode status, String type, @Nullable String detail, String instance,
			List<FieldError> errors) {
		ProblemDetail problem = ProblemDocument.of(status, type, detail, instance, traceId());
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		return problem;
	}

	static void complete(ProblemDetail problem, String instance) {
		ProblemDocument.complete(problem, instance, traceId());
	}

	/** The tracer puts it into the logging context of the request. */
	private static @Nullable String traceId() {
		return MDC.get("traceId");
	}

}
