package io.kehu.migration.matching.exact;

import java.util.List;

import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows in memory, numbered from 1.
 */
final class ListedRows implements NumberedRows {

	private final List<String> columns;

	private final List<String[]> rows;

	private int number;

	ListedRows(List<String> columns, List<String[]> rows) {
		this.columns = columns;
		this.rows = rows;
	}

	@Override
	public List<String> columns() {
		return this.columns;
	}

	@Override
	public @Nullable Row next() {
		if (this.number == this.rows.size()) {
			return null;
		}
		String[] values = this.rows.get(this.number++);
		return new Row(this.number, values);
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public void close() {
		this.number = this.rows.size();
	}

}
