package io.kehu.migration.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Remembers the text since the last good record, so that a parser that was led astray by
 * a stray quote can start again on the next line.
 */
final class RewindableText extends Reader {

	private static final int CHUNK = 1 << 15;

	private final Reader source;

	private final int limit;

	private char[] window = new char[2 * CHUNK];

	private int start;

	private int position;

	private int end;

	private long startLine = 1;

	private long neededLine = 1;

	private boolean exhausted;

	/**
	 * Make one.
	 * @param source the text
	 * @param limit how many characters are remembered at most
	 */
	RewindableText(Reader source, int limit) {
		this.source = source;
		this.limit = limit + 2 * CHUNK;
	}

	/** Say that nothing before a line will be asked for again. */
	void confirm(long line) {
		this.neededLine = line;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (this.position == this.end && !fill()) {
			return -1;
		}
		int count = Math.min(length, this.end - this.position);
		System.arraycopy(this.window, this.position, target, offset, count);
		this.position += count;
		return count;
	}

	private boolean fill() throws IOException {
		if (this.exhausted) {
			return false;
		}
		release();
		if (this.window.length - this.end < CHUNK) {
			makeRoom();
		}
		int read = this.source.read(this.window, this.end, this.window.length - this.end);
		this.exhausted = read < 0;
		this.end += Math.max(0, read);
		return read > 0;
	}

	private void release() {
		while (this.startLine < this.neededLine) {
			int next = nextLine(this.start);
			if (next < 0) {
				return;
			}
			this.start = next;
			this.startLine++;
		}
	}

	private void makeRoom() {
		if (this.end - this.start > this.limit) {
			forget(this.end - this.start - this.limit);
		}
		int kept = this.end - this.start;
		char[] target = (kept + CHUNK > this.window.length) ? new char[Math.max(2 * this.window.length, kept + CHUNK)]
				: this.window;
		System.arraycopy(this.window, this.start, target, 0, kept);
		this.window = target;
		this.position -= this.start;
		this.start = 0;
		this.end = kept;
	}

	private void forget(int count) {
		int until = this.start + count;
		while (this.start < until) {
			int next = nextLine(this.start);
			if (next < 0 || next > until) {
				this.start = until;
				return;
			}
			this.start = next;
			this.startLine++;
		}
	}

	/** Where the next line begins, or -1 when that is not known yet. */
	private int nextLine(int from) {
		for (int i = from; i < this.end; i++) {
			char symbol = this.window[i];
			if (symbol == '\n') {
				return i + 1;
			}
			if (symbol == '\r') {
				if (i + 1 == this.end && !this.exhausted) {
					return -1;
				}
				return (i + 1 < this.end && this.window[i + 1] == '\n') ? i + 2 : i + 1;
			}
		}
		return -1;
	}

	/**
	 * Go back to the line after one, so that reading goes on there.
	 * @param line a line that was read and not yet confirmed
	 * @return the line that was left out
	 */
	SkippedLine rewindAfter(long line) throws IOException {
		this.neededLine = line;
		release();
		long skipped = this.startLine;
		String excerpt = excerpt();
		long length = 0;
		this.position = this.end;
		int next = nextLine(this.start);
		while (next < 0) {
			int scanned = Math.max(0, this.end - this.start - 1);
			length += scanned;
			this.start += scanned;
			this.position = this.end;
			if (!fill()) {
				next = nextLine(this.start);
				next = (next < 0) ? this.end : next;
				break;
			}
			next = nextLine(this.start);
		}
		length += next - this.start;
		this.start = next;
		this.position = next;
		this.startLine = skipped + 1;
		this.neededLine = this.startLine;
		return new SkippedLine(skipped, length, excerpt);
	}

	private String excerpt() {
		int until = Math.min(this.end, this.start + LineProblem.EXCERPT_CHARACTERS + 1);
		char[] text = Arrays.copyOfRange(this.window, this.start, until);
		int length = 0;
		while (length < text.length && text[length] != '\n' && text[length] != '\r') {
			length++;
		}
		return new String(text, 0, length);
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

	/**
	 * A line that was left out.
	 *
	 * @param line its number
	 * @param length its characters, the line's end included
	 * @param excerpt its beginning
	 */
	record SkippedLine(long line, long length, String excerpt) {
	}

}
