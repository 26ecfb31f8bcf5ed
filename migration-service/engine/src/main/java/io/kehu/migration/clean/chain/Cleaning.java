package io.kehu.migration.clean.chain;

import java.util.BitSet;
import java.util.List;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a chain made of some rows.
 *
 * @param before the rows as they came
 * @param after the same rows, dropped ones included, changed
 * @param kept the rows that went on
 * @param marks what is to be known of cells and rows
 * @param account where all rows went
 */
public record Cleaning(Table before, Table after, BitSet kept, List<Mark> marks, RowAccount account) {

	/** The clean set: the kept rows alone. */
	public Table cleaned() {
		int[] rows = this.kept.stream().toArray();
		return new Table(this.after.columns().stream().map((column) -> column.select(rows)).toList());
	}

	/** What filled a cell, or null when nothing did. */
	public @Nullable String source(String column, int row) {
		return this.marks.stream()
			.filter((mark) -> mark.kind() == MarkKind.FILLED || mark.kind() == MarkKind.REPLACED)
			.filter((mark) -> column.equals(mark.column()) && mark.rows().get(row))
			.map(Mark::reason)
			.findFirst()
			.orElse(null);
	}

	/** Before and after, cell by cell. */
	public Difference difference() {
		return Difference.of(this);
	}

	@Nullable Column columnBefore(String name) {
		return this.before.has(name) ? this.before.column(name) : null;
	}

}
