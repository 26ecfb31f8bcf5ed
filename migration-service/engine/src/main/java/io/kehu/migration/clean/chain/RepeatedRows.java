package io.kehu.migration.clean.chain;

import java.util.BitSet;
import java.util.List;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Drops or flags the rows that repeat an earlier one. A row without a value in one of the
 * columns that must be the same, or with a word for nothing such as "n/a", repeats no
 * other; among all columns, missing values are the same.
 *
 * @param columns the columns that must be the same; none for all
 * @param action what becomes of them
 * @param keyColumn the column by whose values the changes name such a row and the earlier
 * one; null for none
 */
public record RepeatedRows(List<String> columns, RuleAction action, @Nullable String keyColumn) implements Rule {

	/** Why such rows are dropped or flagged. */
	public static final String REASON = "repeats an earlier row";

	@Override
	public boolean needsAllRows() {
		return true;
	}

	@Override
	public void apply(CleaningState workbench) {
		Table table = workbench.table();
		if (this.keyColumn != null) {
			table.column(this.keyColumn);
		}
		List<Column> compared = this.columns.isEmpty() ? table.columns()
				: this.columns.stream().map(table::column).toList();
		BitSet repetitions = RowGroups.of(compared, table.rows()).repetitions(workbench.kept());
		if (!this.columns.isEmpty()) {
			compared.forEach((column) -> repetitions.andNot(MissingRows.of(column)));
		}
		workbench.act(repetitions, this.action, REASON);
	}

}
