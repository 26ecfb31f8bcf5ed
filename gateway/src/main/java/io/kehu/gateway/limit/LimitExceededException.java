package io.kehu.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when a caller has sent too many requests.
 */
final class LimitExceededException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	private static final String RETRY_AFTER_SECONDS = "1";

	LimitExceededException(Policy policy) {
		super(HttpStatus.TOO_MANY_REQUESTS, "The limit '%s' is %d requests per second, and %d at once."
			.formatted(policy.name(), policy.rate(), policy.burst()));
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		return headers;
	}

}
