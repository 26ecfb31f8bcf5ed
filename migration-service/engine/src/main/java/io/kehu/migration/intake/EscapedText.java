package io.kehu.migration.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Replaces escaped quotes by placeholders, so that a parser that knows doubled quotes
 * alone reads texts with an escape character.
 */
final class EscapedText extends FilterReader {

	private final Dialect dialect;

	private int held = -1;

	EscapedText(Reader source, Dialect dialect) {
		super(source);
		this.dialect = dialect;
	}

	@Override
	public int read() throws IOException {
		char[] one = new char[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0];
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		int start = offset;
		if (this.held >= 0) {
			target[start++] = (char) this.held;
			this.held = -1;
		}
		int read = (start == offset + length) ? 0 : this.in.read(target, start, offset + length - start);
		int end = start + Math.max(0, read);
		if (end == offset) {
			return -1;
		}
		return replace(target, offset, end) - offset;
	}

	private int replace(char[] target, int from, int to) throws IOException {
		int kept = from;
		for (int i = from; i < to; i++) {
			char symbol = target[i];
			if (symbol != this.dialect.escape()) {
				target[kept++] = symbol;
				continue;
			}
			int next = (i + 1 < to) ? target[i + 1] : this.in.read();
			boolean quoted = next == this.dialect.quote();
			target[kept++] = quoted ? this.dialect.placeholder() : symbol;
			if (i + 1 < to) {
				i += (quoted || next == this.dialect.escape()) ? 1 : 0;
			}
			else if (!quoted && next != this.dialect.escape()) {
				this.held = next;
			}
		}
		return kept;
	}

}
