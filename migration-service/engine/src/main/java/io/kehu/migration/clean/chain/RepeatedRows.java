package io.kehu.migration.clean.chain;

import java.util.List;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * Drops or flags the rows that repeat an earlier one.
 *
 * @param columns the columns that must be the same; none for all
 * @param action what becomes of them
 */
public record RepeatedRows(List<String> columns, RuleAction action) implements Rule {

	/** Why such rows are dropped or flagged. */
	public static final String REASON = "repeats an earlier row";

	@Override
	public boolean needsAllRows() {
		return true;
	}

	@Override
	public void apply(Workbench workbench) {
		Table table = workbench.table();
		List<Column> compared = this.columns.isEmpty() ? table.columns()
				: this.columns.stream().map(table::column).toList();
		workbench.act(RowGroups.of(compared, table.rows()).repetitions(workbench.kept()), this.action, REASON);
	}

}
