package io.kehu.migration.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * Splits a text into lines without ever holding a line that is too long.
 */
final class JsonLines implements Closeable {

	private final Reader reader;

	private final int most;

	private final StringBuilder text = new StringBuilder();

	private long length;

	private long number;

	private boolean afterReturn;

	JsonLines(Reader reader, int most) {
		this.reader = reader;
		this.most = most;
	}

	/** Go to the next line; false at the end. */
	boolean advance() throws IOException {
		this.text.setLength(0);
		this.length = 0;
		int symbol = this.reader.read();
		if (symbol == '\n' && this.afterReturn) {
			symbol = this.reader.read();
		}
		if (symbol < 0) {
			return false;
		}
		this.number++;
		while (symbol >= 0 && symbol != '\n' && symbol != '\r') {
			if (this.length++ <= this.most) {
				this.text.append((char) symbol);
			}
			symbol = this.reader.read();
		}
		this.afterReturn = symbol == '\r';
		return true;
	}

	/** The line, cut when it is too long. */
	String text() {
		return this.text.toString();
	}

	boolean tooLong() {
		return this.length > this.most;
	}

	long length() {
		return this.length;
	}

	long number() {
		return this.number;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}
