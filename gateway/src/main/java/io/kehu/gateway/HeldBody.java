package io.kehu.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * A request body that is being received or waits to be forwarded. It is kept in blocks,
 * since a single array would be copied whenever it grows.
 */
final class HeldBody {

	static final int FIRST_BLOCK = 1_024;

	private static final int FURTHER_BLOCK = 8_192;

	private final Object peer;

	private final long since;

	private final Sinks.Empty<Void> refusal = Sinks.empty();

	private List<ByteBuffer> blocks = new ArrayList<>();

	private boolean dropped;

	private volatile int length;

	HeldBody(Object peer, long since) {
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

	/** Returns the size of the block that further bytes require, or 0. */
	synchronized int blockFor(int bytes) {
		if (this.blocks.isEmpty()) {
			return roundedUp(bytes, FIRST_BLOCK);
		}
		int missing = bytes - this.blocks.get(this.blocks.size() - 1).remaining();
		return (missing > 0) ? roundedUp(missing, FURTHER_BLOCK) : 0;
	}

	private static int roundedUp(int bytes, int unit) {
		return (bytes + unit - 1) / unit * unit;
	}

	/**
	 * Appends bytes to the last block and, as far as they exceed it, to a new one.
	 */
	synchronized void append(DataBuffer part) {
		if (this.dropped) {
			return;
		}
		int block = blockFor(part.readableByteCount());
		this.length += part.readableByteCount();
		if (!this.blocks.isEmpty()) {
			fill(this.blocks.get(this.blocks.size() - 1), part);
		}
		if (block > 0) {
			ByteBuffer added = ByteBuffer.allocate(block);
			this.blocks.add(added);
			fill(added, part);
		}
	}

	private static void fill(ByteBuffer block, DataBuffer part) {
		int bytes = Math.min(block.remaining(), part.readableByteCount());
		part.toByteBuffer(part.readPosition(), block, block.position(), bytes);
		part.readPosition(part.readPosition() + bytes);
		block.position(block.position() + bytes);
	}

	/** Returns what has been received, in order, without copying it. */
	synchronized List<ByteBuffer> parts() {
		return this.blocks.stream().map((block) -> block.duplicate().flip()).toList();
	}

	/** Stops waiting for the rest. */
	void refuse() {
		drop();
		this.refusal.tryEmitError(new SlowBodyException());
	}

	/** Frees the memory. */
	synchronized void drop() {
		this.dropped = true;
		this.blocks = List.of();
	}

	/** Returns a signal that fails once the body has been refused. */
	Mono<Void> refusal() {
		return this.refusal.asMono();
	}

}
