package io.kehu.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

/**
 * Says that a request's body is larger than its route takes.
 */
final class BodyTooLargeException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	BodyTooLargeException(DataSize limit) {
		super(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than the " + limit.toBytes() + " bytes allowed here.");
	}

}
