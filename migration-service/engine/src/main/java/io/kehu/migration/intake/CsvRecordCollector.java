package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

	private int stored;

	private long line;

	private long characters;

	private boolean empty;

	private int lineEnds;

	private final Dialect dialect;

	CsvRecordCollector(IntakeLimits limits, Dialect dialect) {
		this(dialect, limits.recordCharacters(), 2 * limits.columns());
	}

	CsvRecordCollector(Dialect dialect, int mostCharacters, int mostFields) {
		this.dialect = dialect;
		this.mostCharacters = mostCharacters;
		this.mostFields = mostFields;
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
		this.stored = 0;
		this.characters = 0;
		this.empty = false;
		this.lineEnds = 0;
	}

	@Override
	protected void addField(char[] text, int offset, int length, boolean quoted) {
		this.characters += length + 1L;
		if (this.dialect.aligned() && length == 0 && !quoted) {
			return;
		}
		if (quoted) {
			this.lineEnds += lineEnds(text, offset, length);
		}
		if (tooLong()) {
			this.count++;
			return;
		}
		if (this.count == this.fields.length) {
			this.fields = Arrays.copyOf(this.fields, 2 * this.count);
		}
		this.fields[this.count++] = (length == 0) ? null : text(text, offset, length, quoted);
		this.stored = this.count;
	}

	private String text(char[] text, int offset, int length, boolean quoted) {
		String field = new String(text, offset, length);
		if (this.dialect.escapes()) {
			field = this.dialect.restored(field);
		}
		return (this.dialect.trimmed() && !quoted) ? field.strip() : field;
	}

	private static int lineEnds(char[] text, int offset, int length) {
		int count = 0;
		for (int i = offset; i < offset + length; i++) {
			char symbol = text[i];
			if (symbol <= '\r' && (symbol == '\r' || (symbol == '\n' && (i == offset || text[i - 1] != '\r')))) {
				count++;
			}
		}
		return count;
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

	/** How many line ends stand inside fields of the record. */
	int lineEnds() {
		return this.lineEnds;
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

	/** The fields that were kept, texts alone. */
	List<String> texts() {
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < Math.min(this.count, this.fields.length); i++) {
			String field = this.fields[i];
			texts.add((field != null) ? field : "");
		}
		return texts;
	}

	/** The beginning of the record for a reader. */
	String excerpt() {
		char delimiter = this.dialect.delimiter();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.stored && text.length() <= LineProblem.EXCERPT_CHARACTERS; i++) {
			String field = this.fields[i];
			text.append((i > 0) ? String.valueOf(delimiter) : "").append((field != null) ? field : "");
		}
		return text.toString();
	}

}
