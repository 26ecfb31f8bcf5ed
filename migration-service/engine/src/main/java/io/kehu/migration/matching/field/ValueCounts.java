package io.kehu.migration.matching.field;

import java.util.HashMap;
import java.util.Map;

import io.kehu.migration.table.Column;

/**
 * Tells values that few records have from defaults, such as a birthday in 1900 or the
 * phone of the front desk.
 */
final class ValueCounts {

	private static final int FEW = 5;

	private static final double SHARE = 0.005;

	private final Map<Column, int[]> counts = new HashMap<>();

	/** Returns whether a record has a value that few others have. */
	boolean isRare(Column column, int row) {
		int code = column.code(row);
		return code >= 0 && this.counts.computeIfAbsent(column, ValueCounts::count)[code] <= Math.max(FEW,
				SHARE * column.rows());
	}

	private static int[] count(Column column) {
		int[] counts = new int[column.distinct()];
		for (int row = 0; row < column.rows(); row++) {
			if (column.code(row) >= 0) {
				counts[column.code(row)]++;
			}
		}
		return counts;
	}

}
