package io.kehu.platform.web;

import java.io.IOException;

/**
 * A body is larger than the service takes.
 */
public final class RequestTooLargeException extends IOException {

	RequestTooLargeException(long limit) {
		super("A body of at most %d bytes is taken here.".formatted(limit));
	}

}
