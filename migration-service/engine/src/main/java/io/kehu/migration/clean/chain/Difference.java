package io.kehu.migration.clean.chain;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Before and after a cleaning, cell by cell, among the rows kept.
 */
public final class Difference {

	private final Cleaning cleaning;

	private final List<ColumnChange> columns;

	private Difference(Cleaning cleaning) {
		this.cleaning = cleaning;
		this.columns = cleaning.after().columns().stream().map(this::count).toList();
	}

	static Difference of(Cleaning cleaning) {
		return new Difference(cleaning);
	}

	/** How much of each column changed. */
	public List<ColumnChange> columns() {
		return this.columns;
	}

	private ColumnChange count(Column after) {
		Column before = this.cleaning.columnBefore(after.name());
		long[] counts = new long[4];
		this.cleaning.kept().stream().forEach((row) -> counts[kind(text(before, row), after.value(row))]++);
		return new ColumnChange(after.name(), counts[0], counts[1], counts[2], counts[3]);
	}

	private static int kind(@Nullable String before, @Nullable String after) {
		if (Objects.equals(before, after)) {
			return 0;
		}
		if (before == null) {
			return 2;
		}
		return (after == null) ? 3 : 1;
	}

	private static @Nullable String text(@Nullable Column column, int row) {
		return (column == null) ? null : column.value(row);
	}

	/** Hand on every change, column by column. */
	public void each(Consumer<CellChange> consumer) {
		for (Column after : this.cleaning.after().columns()) {
			Column before = this.cleaning.columnBefore(after.name());
			this.cleaning.kept().stream().forEach((row) -> {
				String was = text(before, row);
				String is = after.value(row);
				if (!Objects.equals(was, is)) {
					consumer
						.accept(new CellChange(row, after.name(), was, is, this.cleaning.source(after.name(), row)));
				}
			});
		}
	}

	/**
	 * Draw changes, each with the same chance (Vitter's algorithm R, 1985).
	 * @param size how many at most
	 * @param seed where the drawing starts from
	 * @return the changes, by row and column
	 */
	public List<CellChange> sample(int size, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		List<CellChange> sample = new ArrayList<>();
		long[] met = { 0 };
		each((change) -> {
			long place = (met[0]++ < size) ? met[0] - 1 : random.nextLong(met[0]);
			if (place < sample.size()) {
				sample.set((int) place, change);
			}
			else if (place < size) {
				sample.add(change);
			}
		});
		sample.sort(Comparator.comparingInt(CellChange::row).thenComparing(CellChange::column));
		return sample;
	}

	/**
	 * Write every change as CSV, with cells that a spreadsheet would run made harmless.
	 * @param out where to; flushed, not closed
	 * @throws IOException when it cannot be written
	 */
	public void export(Writer out) throws IOException {
		CsvWriter csv = CsvWriter.builder().build(out);
		csv.writeRecord("row", "column", "before", "after", "source");
		each((change) -> csv.writeRecord(Integer.toString(change.row()), FormulaGuard.guard(change.column()),
				FormulaGuard.guard(change.before()), FormulaGuard.guard(change.after()),
				FormulaGuard.guard(change.source())));
		csv.flush();
	}

}
