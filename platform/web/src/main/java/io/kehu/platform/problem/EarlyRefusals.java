package io.kehu.platform.problem;

import java.io.IOException;
import java.util.Objects;

import io.kehu.platform.cloud.ProblemDocument;
import io.kehu.platform.trace.TraceParent;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

/**
 * Writes a problem document for requests that Tomcat rejects before any filter is called,
 * such as those with a malformed path. Tomcat instantiates it by its name.
 */
public final class EarlyRefusals extends ErrorReportValve {

	private static final JsonMapper JSON = JsonMapper.builder()
		.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
		.build();

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		int status = response.getStatus();
		if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		HttpStatus named = Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.BAD_REQUEST);
		String trace = trace(request, response);
		ProblemDetail problem = ProblemDocument.of(named, null, ErrorAnswers.detail(named), "/", trace);
		try {
			response.setHeader(TraceParent.ID_HEADER, trace);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream().write(JSON.writeValueAsBytes(problem));
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			// Nothing can be written to a closed connection
		}
	}

	/** The trace begins in the first filter, which has not been reached in most cases. */
	private static String trace(Request request, Response response) {
		String begun = response.getHeader(TraceParent.ID_HEADER);
		if (begun != null) {
			return begun;
		}
		TraceParent caller = TraceParent.parse(request.getHeader(TraceParent.HEADER));
		return ((caller != null) ? caller : TraceParent.begin()).traceId();
	}

}
