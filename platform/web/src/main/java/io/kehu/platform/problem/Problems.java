package io.kehu.platform.problem;

import java.io.IOException;
import java.util.List;

import io.kehu.platform.cloud.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Creates problem documents, and writes them to responses that are not handled by a
 * controller.
 */
public final class Problems {

	private Problems() {
	}

	/**
	 * Returns a problem document.
	 * @param type the last segment of the problem type, for example
	 * {@code invalid-input}, or null for that of the status
	 * @param instance the path of the request
	 */
	static ProblemDetail of(HttpStatusCode status, @Nullable String type, @Nullable String detail, String instance,
			List<FieldError> errors) {
		ProblemDetail problem = ProblemDocument.of(status, type, detail, instance, traceId());
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		return problem;
	}

	/**
	 * Writes a problem document to a response that is not handled by a controller.
	 * @param response the response, whose status is already set
	 * @param type the last segment of the problem type, for example {@code invalid-input}
	 */
	public static void write(HttpServletRequest request, HttpServletResponse response, JsonMapper json, String type,
			@Nullable String detail) throws IOException {
		ProblemDetail problem = of(HttpStatusCode.valueOf(response.getStatus()), type, detail, request.getRequestURI(),
				List.of());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(json.writeValueAsBytes(problem));
	}

	static void complete(ProblemDetail problem, String instance) {
		ProblemDocument.complete(problem, instance, traceId());
	}

	/** Returns the trace id that the tracer adds to the logging context, or null. */
	private static @Nullable String traceId() {
		return MDC.get("traceId");
	}

}
