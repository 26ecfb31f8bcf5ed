package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes, skipping the excess of a line that is too long.
 */
final class LineReader {

	private static final int BUFFER = 1 << 16;

	private final InputStream input;

	private final int longest;

	private final byte[] buffer = new byte[BUFFER];

	private int position;

	private int end;

	private byte[] line = new byte[1024];

	private int length;

	private long number;

	LineReader(InputStream input, int longest) {
		this.input = input;
		this.longest = longest;
	}

	/**
	 * Returns the next line without its terminator, or null after the last line. A line
	 * that is too long is truncated to one byte more than the limit.
	 */
	byte @Nullable [] next() throws IOException {
		this.length = 0;
		boolean any = false;
		while (true) {
			if (this.position == this.end) {
				this.end = this.input.read(this.buffer);
				this.position = 0;
				if (this.end <= 0) {
					this.end = 0;
					return any ? taken() : null;
				}
			}
			any = true;
			int start = this.position;
			while (this.position < this.end && this.buffer[this.position] != '\n') {
				this.position++;
			}
			append(start, this.position);
			if (this.position < this.end) {
				this.position++;
				return taken();
			}
		}
	}

	/** Returns the number of the line last read, starting at 1. */
	long number() {
		return this.number;
	}

	boolean tooLong(byte[] taken) {
		return taken.length > this.longest;
	}

	private byte[] taken() {
		this.number++;
		int trimmed = (this.length > 0 && this.line[this.length - 1] == '\r') ? this.length - 1 : this.length;
		return Arrays.copyOf(this.line, trimmed);
	}

	private void append(int from, int to) {
		int count = Math.min(to - from, this.longest + 1 - this.length);
		if (count <= 0) {
			return;
		}
		if (this.length + count > this.line.length) {
			this.line = Arrays.copyOf(this.line, Math.min(this.longest + 1, 2 * (this.length + count)));
		}
		System.arraycopy(this.buffer, from, this.line, this.length, count);
		this.length += count;
	}

}
