package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the records of a clean UTF-8 CSV text as bytes, without making texts of them, for
 * speed. Records are the same when their fields are, quoted or not. Blank lines are no
 * records.
 */
final class CsvRecords implements KeyedRecords {

	/** The longest record, in bytes, that is read. */
	static final int LONGEST = 64 << 20;

	static final byte QUOTE = '"';

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long LOW = 0x0101010101010101L;

	private static final long HIGH = 0x8080808080808080L;

	private final InputStream input;

	private final CsvKey key;

	private byte[] buffer = new byte[1 << 20];

	private int limit;

	private int start;

	private int end;

	private long line;

	private long nextLine = 1;

	private boolean exhausted;

	/**
	 * Read records.
	 * @param input the text, closed with the records
	 * @param delimiter the character between fields
	 * @param columns which columns make the key, from 0; empty for all
	 */
	CsvRecords(InputStream input, char delimiter, List<Integer> columns) {
		this.input = input;
		this.key = new CsvKey((byte) delimiter, columns);
	}

	@Override
	public boolean next() throws IOException {
		do {
			this.start = this.end;
			this.line = this.nextLine;
			boolean quoted = findEnd();
			if (this.end == this.start) {
				return false;
			}
			this.key.read(this.buffer, this.start, textEnd(), quoted);
		}
		while (textEnd() == this.start);
		return true;
	}

	/**
	 * Find the end of the record, its line end included; says whether there is a quote.
	 */
	private boolean findEnd() throws IOException {
		int length = 0;
		while (true) {
			int at = find(this.start + length);
			if (at < this.limit) {
				if (this.buffer[at] == QUOTE) {
					findQuotedEnd();
					return true;
				}
				this.end = at + 1;
				this.nextLine++;
				return false;
			}
			length = this.limit - this.start;
			if (!fill()) {
				this.end = this.limit;
				return false;
			}
		}
	}

	/** The next line end or quote, or the limit: eight bytes at a time. */
	private int find(int from) {
		int at = from;
		for (; at <= this.limit - Long.BYTES; at += Long.BYTES) {
			long word = (long) WORDS.get(this.buffer, at);
			long ends = word ^ LOW * '\n';
			long quotes = word ^ LOW * QUOTE;
			long found = (((ends - LOW) & ~ends) | ((quotes - LOW) & ~quotes)) & HIGH;
			if (found != 0) {
				return at + (Long.numberOfTrailingZeros(found) >> 3);
			}
		}
		while (at < this.limit && this.buffer[at] != '\n' && this.buffer[at] != QUOTE) {
			at++;
		}
		return at;
	}

	private void findQuotedEnd() throws IOException {
		boolean inside = false;
		boolean fieldStarts = true;
		boolean fieldQuoted = false;
		int length = 0;
		while (this.start + length < this.limit || fill()) {
			byte symbol = this.buffer[this.start + length++];
			this.nextLine += (symbol == '\n') ? 1 : 0;
			if (symbol == QUOTE && (fieldStarts || fieldQuoted)) {
				fieldQuoted = true;
				inside = !inside;
			}
			else if (symbol == '\n' && !inside) {
				break;
			}
			fieldStarts = symbol == this.key.delimiter() && !inside;
			fieldQuoted &= !fieldStarts;
		}
		this.end = this.start + length;
	}

	private boolean fill() throws IOException {
		if (this.exhausted) {
			return false;
		}
		int kept = this.limit - this.start;
		if (kept == this.buffer.length) {
			if (kept >= LONGEST) {
				throw new IOException("The record on line %d is longer than %d bytes".formatted(this.line, LONGEST));
			}
			this.buffer = Arrays.copyOf(this.buffer, 2 * kept);
		}
		else {
			System.arraycopy(this.buffer, this.start, this.buffer, 0, kept);
			this.start = 0;
		}
		this.limit = this.start + kept;
		int read = this.input.read(this.buffer, this.limit, this.buffer.length - this.limit);
		this.exhausted = read < 0;
		this.limit += Math.max(0, read);
		return !this.exhausted;
	}

	private int textEnd() {
		int text = this.end;
		if (text > this.start && this.buffer[text - 1] == '\n') {
			text--;
		}
		return (text > this.start && this.buffer[text - 1] == '\r') ? text - 1 : text;
	}

	/** Copy the current record as it stands, with a line end. */
	void copyTo(OutputStream output) throws IOException {
		output.write(this.buffer, this.start, this.end - this.start);
		if (this.buffer[this.end - 1] != '\n') {
			output.write('\n');
		}
	}

	@Override
	public long line() {
		return this.line;
	}

	@Override
	public byte[] keyBytes() {
		return this.key.bytes();
	}

	@Override
	public int keyStart() {
		return this.key.start();
	}

	@Override
	public int keyEnd() {
		return this.key.end();
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
