package io.kehu.migration.run;

import java.util.List;
import java.util.SplittableRandom;

import io.kehu.migration.intake.Row;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;

/**
 * Draws a sample of rows for the evaluation of fill methods.
 */
final class FillSample {

	private static final int MOST_ROWS = 5_000;

	private final List<ColumnBuilder> columns;

	private final double share;

	private final SplittableRandom random;

	/**
	 * Creates a sample.
	 * @param columns the names of all columns
	 * @param rows the number of all rows
	 * @param seed the seed for the choice of rows
	 */
	FillSample(List<String> columns, long rows, long seed) {
		this.columns = columns.stream().map(ColumnBuilder::new).toList();
		this.share = (double) MOST_ROWS / Math.max(1, rows);
		this.random = new SplittableRandom(seed);
	}

	void offer(Row row) {
		if (this.share >= 1 || this.random.nextDouble() < this.share) {
			for (int column = 0; column < this.columns.size(); column++) {
				this.columns.get(column).add(row.value(column));
			}
		}
	}

	Table table() {
		return new Table(this.columns.stream().map(ColumnBuilder::build).toList());
	}

}
