package io.kehu.platform.client;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Thrown if another service does not give a conclusive response, for example because it
 * is slow, overloaded or down. If not handled, it results in status 503 with a
 * {@code Retry-After} header.
 */
public final class ServiceUnavailableException extends ErrorResponseException {

	private final String service;

	ServiceUnavailableException(String service, Duration retryAfter, @Nullable Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(service), cause);
		this.service = service;
		getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
	}

	private static ProblemDetail problem(String service) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"This needs %s, which does not answer at the moment.".formatted(service));
		problem.setType(URI.create("urn:kehu:problem:unavailable"));
		return problem;
	}

	/** Returns the name of the service that is unavailable. */
	public String service() {
		return this.service;
	}

}
