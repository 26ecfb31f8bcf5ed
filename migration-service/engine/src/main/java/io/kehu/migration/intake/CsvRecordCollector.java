package io.kehu.migration.intake;

import java.util.Arrays;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of one record at a time, and stops keeping them when the record
 * grows too long.
 */
final class CsvRecordCollector extends CsvCallbackHandler<CsvRecordCollector> {

	private final int mostCharacters;

	private final int mostFields;

	private @Nullable String[] fields = new String[16];

	private int count;

	private long line;

	private long characters;

	private boolean empty;

	private boolean severalLines;

	private final boolean aligned;

	CsvRecordCollector(IntakeLimits limits, Dialect dialect) {
		this.aligned = dialect.aligned();
		this.mostCharacters = limits.recordCharacters();
		this.mostFields = 2 * limits.columns();
	}

	@Override
	protected RecordType getRecordType() {
		return this.empty ? RecordType.EMPTY : RecordType.DATA;
	}

	@Override
	protected int getFieldCount() {
		return this.count;
	}

	@Override
	protected void beginRecord(long startingLineNumber) {
		this.line = startingLineNumber;
		this.count = 0;
		this.characters = 0;
		this.empty = false;
		this.severalLines = false;
	}

	@Override
	protected void addField(char[] text, int offset, int length, boolean quoted) {
		this.characters += length + 1L;
		if (this.aligned && length == 0 && !quoted) {
			return;
		}
		if (quoted && !this.severalLines) {
			this.severalLines = hasLineEnd(text, offset, length);
		}
		if (tooLong()) {
			this.count++;
			return;
		}
		if (this.count == this.fields.length) {
			this.fields = Arrays.copyOf(this.fields, 2 * this.count);
		}
		this.fields[this.count++] = (length == 0) ? null : new String(text, offset, length);
	}

	private static boolean hasLineEnd(char[] text, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			if (text[i] == '\n' || text[i] == '\r') {
				return true;
			}
		}
		return false;
	}

	@Override
	protected void setComment(char[] text, int offset, int length) {
		throw new IllegalStateException("Comments are not read");
	}

	@Override
	protected void setEmpty() {
		this.empty = true;
	}

	@Override
	protected CsvRecordCollector buildRecord() {
		return this;
	}

	/** The line on which the record begins, as the parser counts. */
	long line() {
		return this.line;
	}

	int count() {
		return this.count;
	}

	boolean isEmpty() {
		return this.empty;
	}

	boolean hasSeveralLines() {
		return this.severalLines;
	}

	boolean tooLong() {
		return this.characters > this.mostCharacters || this.count > this.mostFields;
	}

	/** Whether all fields from a place on are blank. */
	boolean blankFrom(int place) {
		for (int i = place; i < this.count; i++) {
			String field = this.fields[i];
			if (field != null && !field.isBlank()) {
				return false;
			}
		}
		return true;
	}

	/** The fields, as many as asked for. */
	@Nullable String[] take(int columns) {
		return Arrays.copyOf(this.fields, columns);
	}

	/** The beginning of the record for a reader. */
	String excerpt(char delimiter) {
		StringBuilder text = new StringBuilder();
		int kept = Math.min(this.count, this.fields.length);
		for (int i = 0; i < kept && text.length() <= LineProblem.EXCERPT_CHARACTERS; i++) {
			String field = this.fields[i];
			text.append((i > 0) ? String.valueOf(delimiter) : "").append((field != null) ? field : "");
		}
		return text.toString();
	}

}
