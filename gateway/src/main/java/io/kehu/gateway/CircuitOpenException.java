package io.kehu.gateway;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown while every circuit of a service is open because its instances have not been
 * responding.
 */
final class CircuitOpenException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	private final Duration openFor;

	CircuitOpenException(String serviceId, Duration openFor) {
		super(HttpStatus.SERVICE_UNAVAILABLE, serviceId + " is currently not responding.");
		this.openFor = openFor;
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, this.openFor.toSeconds())));
		return headers;
	}

}
