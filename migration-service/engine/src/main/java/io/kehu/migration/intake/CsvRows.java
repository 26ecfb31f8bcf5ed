package io.kehu.migration.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.kehu.migration.intake.RewindableText.SkippedLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a delimited text. A line that violates the format is reported, and
 * reading continues with the next line.
 */
final class CsvRows implements RowSource {

	/** A field of so many lines is reported, whatever they look like. */
	private static final int MANY_LINES = 50;

	private final DecodingReader source;

	private final RewindableText text;

	private final IntakeLimits limits;

	private final LineProblems problems;

	private final SourceDescription description;

	private final Dialect dialect;

	private final int columns;

	private final RecordLikeness likeness;

	private final HeaderRow header;

	private final CsvRecordCollector collector;

	private Iterator<CsvRecordCollector> records;

	private long lineShift;

	private int toSkip;

	private boolean ended;

	/**
	 * Creates the rows of a text.
	 * @param text the decoded text
	 * @param start what is known of its beginning
	 * @param limits how long records may be
	 * @param problems takes what does not fit
	 */
	CsvRows(DecodingReader text, CsvStart start, IntakeLimits limits, LineProblems problems) throws IOException {
		this.source = text;
		this.dialect = start.dialect();
		this.text = new RewindableText(this.dialect.escapes() ? new EscapedText(text, this.dialect) : text,
				limits.recordCharacters());
		this.limits = limits;
		this.problems = problems;
		this.description = start.description();
		this.columns = this.description.columns().size();
		this.likeness = start.likeness();
		this.header = start.header();
		if (start.warning() != null) {
			problems.add(1, LineProblemKind.SINGLE_COLUMN, start.warning(), "");
		}
		this.toSkip = start.recordsAbove() + (this.description.header() ? 1 : 0);
		this.collector = new CsvRecordCollector(limits, this.dialect);
		for (int i = 0; i < start.linesAbove(); i++) {
			leaveOut();
		}
		this.records = parse();
	}

	private void leaveOut() throws IOException {
		SkippedLine skipped = this.text.rewindAfter(this.lineShift + 1);
		this.problems.above(1);
		this.problems.add(skipped.line(), LineProblemKind.PREAMBLE, "stands above the header",
				this.dialect.restored(skipped.excerpt()));
		this.lineShift = skipped.line();
	}

	private Iterator<CsvRecordCollector> parse() {
		return CsvParsing.parse(this.text, this.dialect, this.collector, this.limits.recordCharacters());
	}

	@Override
	public SourceDescription description() {
		return this.description;
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			try {
				if (!this.records.hasNext()) {
					end();
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
		if (found.lineEnds() > 0 && (!fits || this.likeness.severalRecords(found.texts()))) {
			breakOff();
			return null;
		}
		if (fits) {
			Row row = new Row(line, found.take(this.columns));
			if (this.header.isRepeatedBy(row)) {
				reject(found, line, LineProblemKind.REPEATED_HEADER, "the header once more");
				return null;
			}
			inside(found, line);
			return row;
		}
		reject(found, line, (count < this.columns) ? LineProblemKind.TOO_FEW_FIELDS : LineProblemKind.TOO_MANY_FIELDS,
				"%d fields instead of %d".formatted(count, this.columns));
		return null;
	}

	private void skip(CsvRecordCollector found, long line) {
		this.toSkip--;
		this.problems.above(1L + found.lineEnds());
		boolean header = this.toSkip == 0 && this.description.header();
		if (!header) {
			this.problems.add(line, LineProblemKind.PREAMBLE, "stands above the header", found.excerpt());
		}
	}

	private void inside(CsvRecordCollector found, long line) {
		this.problems.inside(found.lineEnds());
		if (found.lineEnds() >= MANY_LINES) {
			this.problems.add(line, LineProblemKind.FIELD_OF_MANY_LINES,
					"a field goes on for %,d lines: is its quote closed where it should be?"
						.formatted(found.lineEnds() + 1),
					found.excerpt());
			return;
		}
		long suspect = (found.lineEnds() > 0) ? this.likeness.suspectLines(found.texts()) : 0;
		if (suspect > 0) {
			this.problems.add(line, LineProblemKind.FIELD_OF_MANY_LINES,
					"a field goes on for %,d lines, of which %,d look like rows: is its quote closed where it should be?"
						.formatted(found.lineEnds() + 1, suspect),
					found.excerpt());
		}
	}

	private void reject(CsvRecordCollector found, long line, LineProblemKind kind, String reason) {
		this.problems.inside(found.lineEnds());
		this.problems.add(line, kind, reason, found.excerpt());
	}

	/** Reports the line on which the current record begins and starts again after it. */
	private void breakOff() throws IOException {
		SkippedLine skipped = this.text.rewindAfter(this.collector.line() + this.lineShift);
		String excerpt = this.dialect.restored(skipped.excerpt());
		if (skipped.length() > this.limits.recordCharacters()) {
			this.problems.add(skipped.line(), LineProblemKind.LINE_TOO_LONG,
					"%,d characters, more than %,d".formatted(skipped.length(), this.limits.recordCharacters()),
					excerpt);
		}
		else {
			this.problems.add(skipped.line(), LineProblemKind.BROKEN_QUOTE, "a quote is not closed as it should be",
					excerpt);
		}
		this.lineShift = skipped.line();
		this.records = parse();
	}

	private void end() {
		if (!this.ended) {
			this.ended = true;
			this.problems.end(this.source.lines());
		}
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
