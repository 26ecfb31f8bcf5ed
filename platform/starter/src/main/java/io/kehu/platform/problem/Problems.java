package io.kehu.platform.problem;

import java.net.URI;
import java.util.List;

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
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:kehu:problem:" + type));
		complete(problem, instance);
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		return problem;
	}

	static void complete(ProblemDetail problem, String instance) {
		if (problem.getInstance() == null) {
			problem.setInstance(URI.create(instance));
		}
		String trace = MDC.get("traceId");
		if (trace != null) {
			problem.setProperty("traceId", trace);
		}
	}

}
