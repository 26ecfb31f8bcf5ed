package io.kehu.migration.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of a reading. Once a file is read to its end, {@code lines = rows +
 * rejected + blankLines + linesInsideFields + linesAbove}.
 *
 * @param lines lines of a text, rows of a workbook's sheet, or records of a JSON document
 * @param rows good rows given
 * @param rejected lines that gave no row
 * @param blankLines lines without anything on them
 * @param linesInsideFields further lines of records whose fields hold line ends
 * @param linesAbove the header and what stands above it
 * @param problems how often each kind of problem occurred
 * @param first the first problems, in the order of their finding
 */
public record ReadingReport(long lines, long rows, long rejected, long blankLines, long linesInsideFields,
		long linesAbove, Map<LineProblemKind, Long> problems, List<LineProblem> first) {

	public ReadingReport {
		problems = Collections.unmodifiableMap(new TreeMap<>(problems));
		first = List.copyOf(first);
	}

	/** Returns the report of rows that were made here and not read from a file. */
	public static ReadingReport made(long rows) {
		return new ReadingReport(rows, rows, 0, 0, 0, 0, Map.of(), List.of());
	}

	/** Whether every line is accounted for. */
	public boolean balanced() {
		return this.lines == accounted();
	}

	/** How many lines are accounted for. */
	long accounted() {
		return this.rows + this.rejected + this.blankLines + this.linesInsideFields + this.linesAbove;
	}

}
