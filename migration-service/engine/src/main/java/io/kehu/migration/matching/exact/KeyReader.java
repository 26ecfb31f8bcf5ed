package io.kehu.migration.matching.exact;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Reads a part of a run key by key.
 */
final class KeyReader {

	private static final int BUFFER = 128 << 10;

	private final FileChannel channel;

	private final long end;

	private byte[] buffer = new byte[BUFFER];

	private long position;

	private int limit;

	private int start;

	private int next;

	private long hash;

	private long line;

	private int length;

	KeyReader(FileChannel channel, long from, long to) {
		this.channel = channel;
		this.position = from;
		this.end = to;
	}

	/** Moves to the next key; returns whether there is one. */
	boolean advance() throws IOException {
		this.start = this.next;
		if (this.start == this.limit && this.position == this.end) {
			return false;
		}
		need(KeyRun.HEAD);
		this.hash = (long) KeyRun.LONGS.get(this.buffer, this.start);
		this.line = (long) KeyRun.LONGS.get(this.buffer, this.start + Long.BYTES);
		this.length = (int) KeyRun.INTS.get(this.buffer, this.start + 2 * Long.BYTES);
		need(KeyRun.HEAD + this.length);
		this.next = this.start + KeyRun.HEAD + this.length;
		return true;
	}

	private void need(int bytes) throws IOException {
		int kept = this.limit - this.start;
		if (kept >= bytes) {
			return;
		}
		byte[] target = (bytes > this.buffer.length) ? new byte[2 * bytes] : this.buffer;
		System.arraycopy(this.buffer, this.start, target, 0, kept);
		this.buffer = target;
		this.start = 0;
		this.limit = kept;
		while (this.limit < bytes) {
			int room = (int) Math.min(this.buffer.length - this.limit, this.end - this.position);
			int read = (room > 0) ? this.channel.read(ByteBuffer.wrap(this.buffer, this.limit, room), this.position)
					: -1;
			if (read < 0) {
				throw new EOFException("A run is shorter than written");
			}
			this.limit += read;
			this.position += read;
		}
	}

	long hash() {
		return this.hash;
	}

	long line() {
		return this.line;
	}

	byte[] bytes() {
		return this.buffer;
	}

	int keyStart() {
		return this.start + KeyRun.HEAD;
	}

	int length() {
		return this.length;
	}

	/** Returns whether this one's key comes before another's. */
	boolean isBefore(KeyReader other) {
		if (this.hash != other.hash) {
			return this.hash < other.hash;
		}
		int order = Arrays.compareUnsigned(this.buffer, keyStart(), keyStart() + this.length, other.buffer,
				other.keyStart(), other.keyStart() + other.length);
		return (order != 0) ? order < 0 : this.line < other.line;
	}

}
