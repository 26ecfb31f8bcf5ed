package io.kehu.platform.problem;

import java.io.IOException;

/**
 * A body is larger than the service takes.
 */
public final class RequestTooLargeException extends IOException {

	public RequestTooLargeException(long limit) {
		super("A body of at most %d bytes is taken here.".formatted(limit));
	}

}
