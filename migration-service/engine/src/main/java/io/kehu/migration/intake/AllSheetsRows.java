package io.kehu.migration.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of all sheets of a workbook that have the same columns, one sheet after
 * the other, with the name of the sheet in one more column. Lines are counted through.
 */
final class AllSheetsRows implements RowSource {

	private static final String SHEET = "sheet";

	private final ReadableWorkbook workbook;

	private final List<Sheet> sheets;

	private final LineProblems problems;

	private final Opening opening;

	private final SourceDescription description;

	private int next;

	private @Nullable WorkbookRows current;

	private String name = "";

	private int[] places = new int[0];

	private long before;

	private long seen;

	private AllSheetsRows(ReadableWorkbook workbook, List<Sheet> sheets, SourceDescription description,
			LineProblems problems, Opening opening) {
		this.workbook = workbook;
		this.sheets = sheets;
		this.description = description;
		this.problems = problems;
		this.opening = opening;
	}

	/**
	 * Opens all sheets.
	 * @throws IntakeException if their columns differ, or no sheet has a row
	 */
	static AllSheetsRows open(ReadableWorkbook workbook, LineProblems problems, Opening opening) throws IOException {
		List<Sheet> sheets = new ArrayList<>();
		SourceDescription first = null;
		LineProblems unheard = new LineProblems((problem) -> {
		});
		for (Sheet sheet : workbook.getSheets().toList()) {
			WorkbookRows rows = opening.open(sheet, unheard);
			rows.closeSheet();
			if (!rows.hasRows()) {
				continue;
			}
			if (first != null) {
				check(sheets.get(0).getName(), first.columns(), sheet.getName(), rows.columns());
			}
			first = (first != null) ? first : rows.description();
			sheets.add(sheet);
		}
		if (first == null) {
			throw new IntakeException(IntakeRefusal.EMPTY, "The workbook has no row");
		}
		return new AllSheetsRows(workbook, sheets, withSheet(first), problems, opening);
	}

	private static void check(String first, List<String> expected, String sheet, List<String> found)
			throws IntakeException {
		Set<String> missing = new HashSet<>(expected);
		found.forEach(missing::remove);
		List<String> more = found.stream().filter((column) -> !expected.contains(column)).toList();
		if (!missing.isEmpty() || !more.isEmpty()) {
			throw new IntakeException(IntakeRefusal.DIFFERENT_COLUMNS,
					"The sheets \"%s\" and \"%s\" have different columns: only the first has %s, only the second has %s"
						.formatted(first, sheet, listed(expected.stream().filter(missing::contains).toList()),
								listed(more)));
		}
	}

	private static String listed(List<String> columns) {
		return columns.isEmpty() ? "none" : "\"" + String.join("\", \"", columns) + "\"";
	}

	private static SourceDescription withSheet(SourceDescription first) {
		List<String> columns = new ArrayList<>(first.columns());
		columns.add(ColumnNames.unique(SHEET, new HashSet<>(columns)));
		return new SourceDescription(first.format(), first.packing(), first.encoding(), null, first.header(),
				first.sheets(), columns, first.originalNames());
	}

	@Override
	public SourceDescription description() {
		return this.description;
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			WorkbookRows open = this.current;
			if (open == null) {
				if (this.next == this.sheets.size()) {
					end();
					return null;
				}
				open = begin(this.sheets.get(this.next++));
			}
			Row row = open.nextOfSeveral();
			if (row != null) {
				return placed(row);
			}
			this.before += open.last();
			this.seen += open.seen();
			open.closeSheet();
			this.current = null;
		}
	}

	private WorkbookRows begin(Sheet sheet) throws IOException {
		this.name = sheet.getName();
		this.problems.sheet(this.name, this.before);
		WorkbookRows rows = this.opening.open(sheet, this.problems);
		this.current = rows;
		List<String> all = columns().subList(0, columns().size() - 1);
		this.places = all.stream().mapToInt(rows.columns()::indexOf).toArray();
		return rows;
	}

	private Row placed(Row row) {
		@Nullable String[] values = new @Nullable String[this.places.length + 1];
		for (int column = 0; column < this.places.length; column++) {
			values[column] = row.value(this.places[column]);
		}
		values[this.places.length] = this.name;
		return new Row(this.before + row.line(), values);
	}

	private void end() {
		if (this.seen >= 0) {
			this.problems.noSheet();
			this.problems.end(this.seen);
			this.seen = -1;
		}
	}

	@Override
	public ReadingReport report() {
		return this.problems.report();
	}

	@Override
	public void close() throws IOException {
		WorkbookRows open = this.current;
		if (open != null) {
			open.closeSheet();
		}
		this.workbook.close();
	}

	/**
	 * Opens a sheet.
	 */
	@FunctionalInterface
	interface Opening {

		WorkbookRows open(Sheet sheet, LineProblems problems) throws IOException;

	}

}
