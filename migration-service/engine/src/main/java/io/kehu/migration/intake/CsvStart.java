package io.kehu.migration.intake;

import java.util.List;
import java.util.Objects;

/**
 * What the beginning of a delimited text tells about the rest.
 *
 * @param description what was found out
 * @param dialect how fields are told apart
 * @param recordsAbove how many records stand above the header
 */
record CsvStart(SourceDescription description, Dialect dialect, int recordsAbove) {

	private static final String SEPARATOR_LINE = "sep=";

	private static final int ROWS = 400;

	/**
	 * Look at the beginning of a text.
	 * @param sample its first lines
	 * @param whole whether that is all of it
	 * @param from packing and encoding, as far as known
	 * @param corrections what a steward knows better
	 * @return what was found out
	 * @throws IntakeException when there is no row
	 */
	static CsvStart of(String sample, boolean whole, SourceDescription from, Corrections corrections)
			throws IntakeException {
		String lines = whole ? sample : untilLastLine(sample);
		boolean told = lines.startsWith(SEPARATOR_LINE) && lines.length() > SEPARATOR_LINE.length();
		String body = told ? lines.substring(lines.indexOf('\n') + 1) : lines;
		Dialect guessed = DialectDetector.detect(body);
		char delimiter = told ? lines.charAt(SEPARATOR_LINE.length()) : guessed.delimiter();
		Dialect dialect = new Dialect(Objects.requireNonNullElse(corrections.delimiter(), delimiter),
				Objects.requireNonNullElse(corrections.quote(), guessed.quote()));
		List<List<String>> rows = DialectDetector.rows(body, dialect, ROWS);
		if (rows.isEmpty()) {
			throw new IntakeException(Refusal.EMPTY, "The file has no row");
		}
		int above = HeaderDetector.preamble(rows);
		List<List<String>> table = rows.subList(above, rows.size());
		boolean header = Objects.requireNonNullElseGet(corrections.header(), () -> HeaderDetector.hasHeader(table));
		List<String> columns = header ? ColumnNames.of(withoutBlankEnd(table))
				: ColumnNames.numbered(table.get(0).size());
		SourceDescription description = new SourceDescription(SourceFormat.DELIMITED, from.packing(), from.encoding(),
				dialect, header, List.of(), columns);
		return new CsvStart(description, dialect, above + (told ? 1 : 0));
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
