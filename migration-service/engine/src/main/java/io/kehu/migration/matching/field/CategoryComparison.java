package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;

/**
 * Compares values that are one of few: equal or not.
 */
final class CategoryComparison extends ValueComparison {

	CategoryComparison(ColumnRole role, Column column) {
		super(role, column, List.of("equal", "different"));
	}

	@Override
	int differing(int left, int right) {
		return 1;
	}

}
