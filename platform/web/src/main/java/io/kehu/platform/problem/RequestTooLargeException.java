package io.kehu.platform.problem;

import java.io.IOException;

/**
 * Thrown if a request body exceeds the size limit of the service.
 */
public final class RequestTooLargeException extends IOException {

	public RequestTooLargeException(long limit) {
		super("A body of at most %d bytes is taken here.".formatted(limit));
	}

}
