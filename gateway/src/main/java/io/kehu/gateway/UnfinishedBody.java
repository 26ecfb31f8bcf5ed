package io.kehu.gateway;

import java.io.ByteArrayOutputStream;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * A request body of which a part has arrived.
 */
final class UnfinishedBody {

	private final Object peer;

	private final long since;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream(1_024);

	private final Sinks.Empty<byte[]> refusal = Sinks.empty();

	private volatile int length;

	UnfinishedBody(Object peer, long since) {
		this.peer = peer;
		this.since = since;
	}

	/** Returns the address that the body comes from. */
	Object peer() {
		return this.peer;
	}

	/** Returns when the first part was awaited, in nanoseconds of an arbitrary origin. */
	long since() {
		return this.since;
	}

	/** Returns the number of bytes received. */
	int length() {
		return this.length;
	}

	void append(DataBuffer part) {
		byte[] bytes = new byte[part.readableByteCount()];
		part.read(bytes);
		this.received.writeBytes(bytes);
		this.length = this.received.size();
	}

	byte[] bytes() {
		return this.received.toByteArray();
	}

	/** Stops waiting for the rest. */
	void refuse() {
		this.refusal.tryEmitError(new SlowBodyException());
	}

	/** Returns a signal that fails once the body has been refused. */
	Mono<byte[]> refusal() {
		return this.refusal.asMono();
	}

}
