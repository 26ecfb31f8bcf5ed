package io.kehu.migration.intake;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a delimited text tells about the rest.
 *
 * @param description what was found out
 * @param dialect how fields are told apart
 * @param linesAbove how many lines a steward leaves out at the top
 * @param recordsAbove how many records stand above the header after these
 * @param likeness what records look like
 * @param header what stands in the header
 * @param warning what the rows look like instead, or null
 */
record CsvStart(SourceDescription description, Dialect dialect, int linesAbove, int recordsAbove,
		RecordLikeness likeness, HeaderRow header, @Nullable String warning) {

	private static final String SEPARATOR_LINE = "sep=";

	/**
	 * Looks at the beginning of a text.
	 * @param sample its first lines
	 * @param whole whether that is all of it
	 * @param from packing and encoding, as far as known
	 * @param corrections what a steward knows better
	 * @return what was found out
	 * @throws IntakeException when there is no row
	 */
	static CsvStart of(String sample, boolean whole, SourceDescription from, Corrections corrections)
			throws IntakeException {
		int skipped = Objects.requireNonNullElse(corrections.skippedLines(), 0);
		String lines = below(whole ? sample : untilLastLine(sample), skipped);
		boolean told = lines.startsWith(SEPARATOR_LINE) && lines.length() > SEPARATOR_LINE.length();
		String body = told ? lines.substring(lines.indexOf('\n') + 1) : lines;
		Dialect dialect = dialect(body, whole, told ? lines.charAt(SEPARATOR_LINE.length()) : null, corrections);
		List<List<String>> rows = SampleRows.of(body, whole, dialect).rows();
		if (rows.isEmpty()) {
			throw new IntakeException(IntakeRefusal.EMPTY, (skipped > 0)
					? "The file has no row after the %,d lines left out".formatted(skipped) : "The file has no row");
		}
		int above = (skipped > 0) ? 0 : HeaderDetector.preamble(rows);
		List<List<String>> table = rows.subList(above, rows.size());
		boolean header = Objects.requireNonNullElseGet(corrections.header(), () -> HeaderDetector.hasHeader(table));
		ColumnNames columns = header ? ColumnNames.of(withoutBlankEnd(table))
				: ColumnNames.numbered(table.get(0).size());
		SourceDescription description = new SourceDescription(SourceFormat.DELIMITED, from.packing(), from.encoding(),
				dialect, header, List.of(), columns.names(), columns.originals());
		RecordLikeness likeness = RecordLikeness.of(table.subList(header ? 1 : 0, table.size()), dialect.delimiter(),
				columns.names().size());
		return new CsvStart(description, dialect, skipped, above + (told ? 1 : 0), likeness,
				header ? HeaderRow.of(table.get(0)) : HeaderRow.NONE, SingleColumn.warning(table));
	}

	private static Dialect dialect(String body, boolean whole, @Nullable Character told, Corrections corrections) {
		Dialect guessed = DialectDetector.detect(body, whole);
		char delimiter = (told != null) ? told : guessed.delimiter();
		return new Dialect(Objects.requireNonNullElse(corrections.delimiter(), delimiter),
				Objects.requireNonNullElse(corrections.quote(), guessed.quote()),
				Objects.requireNonNullElse(corrections.escape(), guessed.escape()),
				Objects.requireNonNullElse(corrections.trimmed(), guessed.trimmed()));
	}

	private static String below(String sample, int skipped) {
		String rest = sample;
		for (int i = 0; i < skipped && !rest.isEmpty(); i++) {
			String first = rest.lines().findFirst().orElse("");
			String behind = rest.substring(first.length());
			rest = behind.isEmpty() ? "" : behind.substring(behind.startsWith("\r\n") ? 2 : 1);
		}
		return rest;
	}

	private static String untilLastLine(String sample) {
		int end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
		return (end < 0) ? sample : sample.substring(0, end + 1);
	}

	/** The header without empty names at its end when no row has anything there. */
	private static List<String> withoutBlankEnd(List<List<String>> table) {
		List<String> header = table.get(0);
		int size = header.size();
		while (size > 1 && header.get(size - 1).isBlank() && blankBelow(table, size - 1)) {
			size--;
		}
		return header.subList(0, size);
	}

	private static boolean blankBelow(List<List<String>> table, int column) {
		return table.stream().skip(1).allMatch((row) -> row.size() <= column || row.get(column).isBlank());
	}

}
