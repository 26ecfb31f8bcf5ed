package io.kehu.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when a request body exceeds the limit of its route.
 */
final class BodyLimitExceededException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	BodyLimitExceededException(DataSize limit) {
		super(HttpStatus.CONTENT_TOO_LARGE, "The request body exceeds the limit of " + limit.toBytes() + " bytes.");
	}

}
