package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of a workbook's first sheet that has any, one at a time.
 */
final class WorkbookRows implements RowSource {

	private static final int FIRST_ROWS = 400;

	private static final int UNTOLD = -1;

	private final ReadableWorkbook workbook;

	private final WorkbookCells cells;

	private final LineProblems problems;

	private final Stream<org.dhatim.fastexcel.reader.Row> stream;

	private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

	private final List<Row> ahead = new ArrayList<>();

	private final SourceDescription description;

	private HeaderRow header = HeaderRow.NONE;

	private int aheadAt;

	private boolean ended;

	private long seen;

	private long last;

	WorkbookRows(ReadableWorkbook workbook, Sheet sheet, Unpacking from, Corrections corrections, WorkbookCells cells,
			LineProblems problems) throws IOException {
		this.workbook = workbook;
		this.cells = cells;
		this.problems = problems;
		this.stream = sheet.openStream();
		this.rows = this.stream.iterator();
		int skipped = Objects.requireNonNullElse(corrections.skippedLines(), 0);
		while (this.ahead.size() < FIRST_ROWS + skipped) {
			Row row = read();
			if (row == null) {
				break;
			}
			this.ahead.add(row);
		}
		int left = (int) this.ahead.stream().filter((row) -> row.line() <= skipped).count();
		if (left > 0 && left == this.ahead.size()) {
			throw new IntakeException(IntakeRefusal.EMPTY,
					"The sheet has no row after the %,d lines left out".formatted(skipped));
		}
		this.description = describe(from, corrections.header(), (skipped > 0) ? left : UNTOLD);
	}

	/**
	 * Open a workbook.
	 * @param from its packed bytes
	 * @param limits bounds on bad workbooks
	 * @param corrections may name the sheet or ask for all, and say whether it has a
	 * header
	 * @param problems takes what does not fit
	 * @return its rows
	 * @throws IntakeException when it is refused
	 */
	static RowSource open(Unpacking from, IntakeLimits limits, Corrections corrections, LineProblems problems)
			throws IOException {
		byte[] bytes = from.input().readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limits.workbookBytes() + 1));
		if (bytes.length > limits.workbookBytes()) {
			throw new IntakeException(IntakeRefusal.WORKBOOK_TOO_LARGE,
					"The workbook is larger than %,d bytes; save it as CSV".formatted(limits.workbookBytes()));
		}
		WorkbookGuard guard = new WorkbookGuard(limits);
		boolean styled = guard.check(bytes);
		byte[] plain = guard.unusual().isEmpty() ? bytes : PlainCells.of(bytes, guard.unusual());
		ReadableWorkbook workbook = null;
		try {
			workbook = new ReadableWorkbook(new ByteArrayInputStream(plain), new ReadingOptions(styled, true));
			if (corrections.allSheets()) {
				ReadableWorkbook whole = workbook;
				return AllSheetsRows.open(workbook, problems, (sheet, heard) -> new WorkbookRows(whole, sheet, from,
						corrections, new WorkbookCells(guard.system1904(), heard), heard));
			}
			for (Sheet sheet : chosen(workbook, corrections.sheet())) {
				// The account of lines is that of the sheet that is read
				LineProblems unheard = new LineProblems((problem) -> {
				});
				WorkbookRows candidate = new WorkbookRows(workbook, sheet, from, corrections,
						new WorkbookCells(guard.system1904(), unheard), unheard);
				candidate.stream.close();
				if (!candidate.ahead.isEmpty()) {
					tellOthers(workbook, sheet, problems);
					return new WorkbookRows(workbook, sheet, from, corrections,
							new WorkbookCells(guard.system1904(), problems), problems);
				}
			}
			throw new IntakeException(IntakeRefusal.EMPTY, "The workbook has no row");
		}
		catch (ExcelReaderException | UncheckedIOException ex) {
			if (workbook != null) {
				workbook.close();
			}
			throw new IntakeException(IntakeRefusal.DAMAGED, "The workbook is damaged: its sheets cannot be read", ex);
		}
	}

	/** Reports the sheets that hold something and are not read. */
	private static void tellOthers(ReadableWorkbook workbook, Sheet read, LineProblems problems) throws IOException {
		for (Sheet sheet : workbook.getSheets().toList()) {
			if (sheet.getIndex() != read.getIndex() && hasContent(sheet)) {
				problems.add(1, LineProblemKind.OTHER_SHEET,
						"the sheet \"%s\" is not read: name it to read it".formatted(sheet.getName()), sheet.getName());
			}
		}
	}

	private static boolean hasContent(Sheet sheet) throws IOException {
		try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
			return rows.anyMatch((row) -> row.stream().anyMatch((cell) -> cell != null && cell.getRawValue() != null));
		}
	}

	/**
	 * The sheet of a name or else a number, or all of them, of which the first with
	 * content is read.
	 */
	private static List<Sheet> chosen(ReadableWorkbook workbook, @Nullable String name) throws IntakeException {
		List<Sheet> sheets = workbook.getSheets().toList();
		if (name == null) {
			return sheets;
		}
		List<Sheet> named = sheets.stream().filter((sheet) -> name.equals(sheet.getName())).toList();
		if (named.isEmpty() && name.matches("[1-9]\\d{0,3}") && Integer.parseInt(name) <= sheets.size()) {
			return List.of(sheets.get(Integer.parseInt(name) - 1));
		}
		if (named.isEmpty()) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_SHEET,
					"The workbook has no sheet \"%s\"; it has %s".formatted(name,
							sheets.stream()
								.map((sheet) -> "\"%s\"".formatted(sheet.getName()))
								.collect(Collectors.joining(", "))));
		}
		return named;
	}

	/** Finds out what the first rows are, but for what a steward told. */
	private SourceDescription describe(Unpacking from, @Nullable Boolean told, int leftOut) {
		List<List<String>> first = new ArrayList<>();
		int width = this.ahead.stream().skip(Math.max(0, leftOut)).mapToInt(Row::size).max().orElse(0);
		for (Row row : this.ahead) {
			List<String> cells = new ArrayList<>();
			for (int i = 0; i < width; i++) {
				cells.add(Objects.requireNonNullElse(row.value(i), ""));
			}
			first.add(cells);
		}
		int above = (leftOut != UNTOLD) ? leftOut : first.isEmpty() ? 0 : preamble(first);
		boolean header = (told != null) ? told && above < first.size()
				: HeaderDetector.hasHeader(first.subList(above, first.size()));
		for (int i = 0; i < above; i++) {
			Row title = this.ahead.get(i);
			this.problems.above(1);
			this.problems.add(title.line(), LineProblemKind.PREAMBLE, "stands above the header", text(title));
		}
		this.aheadAt = above + (header ? 1 : 0);
		this.problems.above(header ? 1 : 0);
		this.header = header ? HeaderRow.of(first.get(above)) : HeaderRow.NONE;
		ColumnNames columns = header ? ColumnNames.of(first.get(above)) : ColumnNames.numbered(width);
		List<String> sheets = this.workbook.getSheets().map(Sheet::getName).toList();
		return new SourceDescription(SourceFormat.WORKBOOK, from.packing(),
				Encoding.sure(StandardCharsets.UTF_8, "as the format says"), null, header, sheets, columns.names(),
				columns.originals());
	}

	private static int preamble(List<List<String>> rows) {
		List<List<String>> filled = new ArrayList<>();
		for (List<String> row : rows) {
			int size = row.size();
			while (size > 1 && row.get(size - 1).isEmpty()) {
				size--;
			}
			filled.add(row.subList(0, size));
		}
		return HeaderDetector.preamble(filled);
	}

	@Override
	public SourceDescription description() {
		return this.description;
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			Row row = (this.aheadAt < this.ahead.size()) ? this.ahead.get(this.aheadAt++) : read();
			if (row == null) {
				if (!this.ended) {
					this.ended = true;
					this.problems.end(this.seen);
				}
				return null;
			}
			if (row.size() > columns().size()) {
				this.problems.add(row.line(), LineProblemKind.TOO_MANY_FIELDS,
						"%d cells instead of %d".formatted(row.size(), columns().size()), text(row));
			}
			else if (this.header.isRepeatedBy(row)) {
				this.problems.add(row.line(), LineProblemKind.REPEATED_HEADER, "the header once more", text(row));
			}
			else {
				this.problems.row();
				return row;
			}
		}
	}

	/** Returns whether there is anything on the sheet. */
	boolean hasRows() {
		return !this.ahead.isEmpty();
	}

	/** Returns the number of rows met so far, blank ones and the header included. */
	long seen() {
		return this.seen;
	}

	/** Returns the number of the last row met so far. */
	long last() {
		return this.last;
	}

	/** Reads on as a part of several sheets, whose account is not that of this one. */
	@Nullable Row nextOfSeveral() throws IOException {
		this.ended = true;
		return next();
	}

	void closeSheet() {
		this.stream.close();
	}

	private static String text(Row row) {
		return String.join(" | ", row.values().stream().filter(Objects::nonNull).toList());
	}

	private @Nullable Row read() throws IOException {
		try {
			while (this.rows.hasNext()) {
				org.dhatim.fastexcel.reader.Row found = this.rows.next();
				this.seen++;
				this.last = found.getRowNum();
				@Nullable String[] values = this.cells.texts(found);
				if (values.length > 0) {
					return new Row(found.getRowNum(), values);
				}
				this.problems.blankLine();
			}
			return null;
		}
		catch (ExcelReaderException | UncheckedIOException | IllegalStateException ex) {
			throw new IntakeException(IntakeRefusal.DAMAGED,
					"The workbook is damaged: the sheet cannot be read after row %,d".formatted(this.last), ex);
		}
	}

	@Override
	public ReadingReport report() {
		return this.problems.report();
	}

	@Override
	public void close() throws IOException {
		this.stream.close();
		this.workbook.close();
	}

}
