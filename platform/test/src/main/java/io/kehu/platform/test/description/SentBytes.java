package io.kehu.platform.test.description;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/**
 * Collects what the body of a request consists of, which is in memory.
 */
final class SentBytes implements Flow.Subscriber<ByteBuffer> {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(ByteBuffer buffer) {
		byte[] part = new byte[buffer.remaining()];
		buffer.get(part);
		this.bytes.writeBytes(part);
	}

	@Override
	public void onError(Throwable failure) {
		throw new IllegalStateException(failure);
	}

	@Override
	public void onComplete() {
		// There is nothing to release
	}

	String text() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

}
