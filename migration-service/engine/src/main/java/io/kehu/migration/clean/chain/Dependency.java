package io.kehu.migration.clean.chain;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * Drops or flags the rows whose value is not the one that most rows have that are the
 * same in other columns.
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
	public void apply(Workbench workbench) {
		Table table = workbench.table();
		List<Column> others = this.determinants.stream().map(table::column).toList();
		BitSet told = (BitSet) workbench.kept().clone();
		others.forEach((other) -> IntStream.range(0, table.rows())
			.filter((row) -> other.code(row) == Column.MISSING)
			.forEach(told::clear));
		BitSet exceptions = RowGroups.of(others, table.rows()).exceptions(table.column(this.column), told);
		workbench.act(this.column, exceptions, this.action,
				"%s: not as most rows of the same %s".formatted(this.column, String.join(", ", this.determinants)));
	}

}
