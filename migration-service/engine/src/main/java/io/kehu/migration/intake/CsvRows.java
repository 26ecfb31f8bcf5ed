package io.kehu.migration.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kehu.migration.intake.RewindableText.SkippedLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a delimited text. A line that violates the format is reported, and
 * reading continues with the next line.
 */
final class CsvRows implements RowSource {

	private final RewindableText text;

	private final IntakeLimits limits;

	private final LineProblems problems;

	private final SourceDescription description;

	private final Dialect dialect;

	private final int columns;

	private final CsvRecordCollector collector;

	private Iterator<CsvRecordCollector> records;

	private long lineShift;

	private int toSkip;

	/**
	 * Make one.
	 * @param text the decoded text
	 * @param start what is known of its beginning
	 * @param limits how long records may be
	 * @param problems takes what does not fit
	 */
	CsvRows(Reader text, CsvStart start, IntakeLimits limits, LineProblems problems) {
		this.text = new RewindableText(text, limits.recordCharacters());
		this.limits = limits;
		this.problems = problems;
		this.description = start.description();
		this.dialect = start.dialect();
		this.columns = this.description.columns().size();
		this.toSkip = start.recordsAbove() + (this.description.header() ? 1 : 0);
		this.collector = new CsvRecordCollector(limits, this.dialect);
		this.records = parse();
	}

	private Iterator<CsvRecordCollector> parse() {
		return CsvReader.builder()
			.fieldSeparator(this.dialect.delimiter())
			.quoteCharacter(this.dialect.quote())
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.skipEmptyLines(false)
			.maxBufferSize(Math.max(1 << 14, this.limits.recordCharacters()))
			.build(this.collector, this.text)
			.iterator();
	}

	@Override
	public SourceDescription description() {
		return this.description;
	}

	@Override
	public List<String> columns() {
		return this.description.columns();
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			try {
				if (!this.records.hasNext()) {
					return null;
				}
				Row row = accept(this.records.next());
				if (row != null) {
					this.problems.row();
					return row;
				}
			}
			catch (CsvParseException ex) {
				breakOff();
			}
			catch (UncheckedIOException ex) {
				throw (ex.getCause() != null) ? ex.getCause() : new IOException(ex);
			}
		}
	}

	private @Nullable Row accept(CsvRecordCollector found) throws IOException {
		long line = found.line() + this.lineShift;
		this.text.confirm(line);
		if (found.isEmpty()) {
			this.problems.blankLine();
			return null;
		}
		if (this.toSkip > 0) {
			skip(found, line);
			return null;
		}
		int count = found.count();
		if (found.tooLong()) {
			reject(found, line, LineProblemKind.LINE_TOO_LONG, "longer than %,d characters or %,d fields"
				.formatted(this.limits.recordCharacters(), 2 * this.limits.columns()));
			return null;
		}
		boolean fits = count == this.columns || (count > this.columns && found.blankFrom(this.columns));
		if (fits) {
			return new Row(line, found.take(this.columns));
		}
		if (found.hasSeveralLines()) {
			breakOff();
			return null;
		}
		reject(found, line, (count < this.columns) ? LineProblemKind.TOO_FEW_FIELDS : LineProblemKind.TOO_MANY_FIELDS,
				"%d fields instead of %d".formatted(count, this.columns));
		return null;
	}

	private void skip(CsvRecordCollector found, long line) {
		this.toSkip--;
		boolean header = this.toSkip == 0 && this.description.header();
		if (!header) {
			this.problems.add(line, LineProblemKind.PREAMBLE, "stands above the header",
					found.excerpt(this.dialect.delimiter()));
		}
	}

	private void reject(CsvRecordCollector found, long line, LineProblemKind kind, String reason) {
		this.problems.add(line, kind, reason, found.excerpt(this.dialect.delimiter()));
	}

	/** Report the line on which the current record begins and start again after it. */
	private void breakOff() throws IOException {
		SkippedLine skipped = this.text.rewindAfter(this.collector.line() + this.lineShift);
		if (skipped.length() > this.limits.recordCharacters()) {
			this.problems.add(skipped.line(), LineProblemKind.LINE_TOO_LONG,
					"%,d characters, more than %,d".formatted(skipped.length(), this.limits.recordCharacters()),
					skipped.excerpt());
		}
		else {
			this.problems.add(skipped.line(), LineProblemKind.BROKEN_QUOTE, "a quote is not closed as it should be",
					skipped.excerpt());
		}
		this.lineShift = skipped.line();
		this.records = parse();
	}

	@Override
	public ReadingReport report() {
		return this.problems.report();
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
