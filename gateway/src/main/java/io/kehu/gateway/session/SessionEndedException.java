package io.kehu.gateway.session;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when a browser has no session, or one that has ended.
 */
final class SessionEndedException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	SessionEndedException() {
		super(HttpStatus.UNAUTHORIZED, "There is no session, or it has ended; log in at /session/login.");
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		return headers;
	}

}
