package io.kehu.gateway;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Says that a service is not asked for a while because it has not been answering.
 */
final class CircuitOpenException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	private final Duration openFor;

	CircuitOpenException(String serviceId, Duration openFor) {
		super(HttpStatus.SERVICE_UNAVAILABLE, serviceId + " does not answer at the moment.");
		this.openFor = openFor;
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, this.openFor.toSeconds())));
		return headers;
	}

}
