package io.kehu.migration.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes that are read through it.
 */
final class CountedInput extends FilterInputStream {

	private long count;

	CountedInput(InputStream input) {
		super(input);
	}

	long count() {
		return this.count;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		this.count += (value < 0) ? 0 : 1;
		return value;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = super.read(target, offset, length);
		this.count += Math.max(0, read);
		return read;
	}

}
