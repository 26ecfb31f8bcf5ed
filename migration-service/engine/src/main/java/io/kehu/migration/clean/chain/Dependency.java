package io.kehu.migration.clean.chain;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * Drops or flags the rows whose value is not the one that most rows have that are the
 * same in other columns. Rows without a value, or with a word for nothing, in one of the
 * columns are left out; where no value is that of most rows, all are flagged.
 *
 * @param column the column
 * @param determinants the other columns
 * @param action what becomes of them
 */
public record Dependency(String column, List<String> determinants, RuleAction action) implements Rule {

	@Override
	public boolean needsAllRows() {
		return true;
	}

	@Override
	public List<String> columnsSeen(List<String> columns) {
		return Stream.concat(this.determinants.stream(), Stream.of(this.column)).toList();
	}

	@Override
	public void apply(CleaningState workbench) {
		Table table = workbench.table();
		List<Column> others = this.determinants.stream().map(table::column).toList();
		Column dependent = table.column(this.column);
		BitSet told = (BitSet) workbench.kept().clone();
		Stream.concat(others.stream(), Stream.of(dependent)).forEach((column) -> told.andNot(MissingRows.of(column)));
		RowGroups groups = RowGroups.of(others, table.rows());
		BitSet undecided = groups.undecided(dependent, told);
		told.andNot(undecided);
		String same = String.join(", ", this.determinants);
		workbench.act(this.column, groups.exceptions(dependent, told), this.action,
				"%s: not as most rows of the same %s".formatted(this.column, same));
		workbench.act(this.column, undecided, RuleAction.FLAG,
				"%s: rows of the same %s differ, and none is like most of them".formatted(this.column, same));
	}

}
