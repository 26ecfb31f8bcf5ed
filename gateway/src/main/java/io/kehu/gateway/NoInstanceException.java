package io.kehu.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when no instance of a service can be reached.
 */
final class NoInstanceException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	NoInstanceException(String serviceId, @Nullable Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "No instance of " + serviceId + " is currently reachable.", cause);
	}

}
