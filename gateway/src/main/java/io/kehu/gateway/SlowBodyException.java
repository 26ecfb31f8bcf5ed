package io.kehu.gateway;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when a client sends its request body too slowly. The connection is closed, since
 * the rest of the body may never arrive.
 */
final class SlowBodyException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	SlowBodyException() {
		super(HttpStatus.REQUEST_TIMEOUT, "The request body did not arrive in time.");
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONNECTION, "close");
		return headers;
	}

}
