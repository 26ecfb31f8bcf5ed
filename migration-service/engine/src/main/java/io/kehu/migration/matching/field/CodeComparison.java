package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;

/**
 * Compares codes and numbers, such as postcodes and identifiers, character by character.
 */
final class CodeComparison extends ValueComparison {

	CodeComparison(ColumnRole role, Column column) {
		super(role, column,
				List.of("equal", "one character differs", "two characters differ", "same beginning", "different"));
	}

	@Override
	int differing(int left, int right) {
		int shorter = shorter(left, right);
		if ((shorter > 2 || (shorter > 0 && role() == ColumnRole.HOUSE_NUMBER)) && isWithin(left, right, 1)) {
			return 1;
		}
		if (shorter > 3 && isWithin(left, right, 2)) {
			return 2;
		}
		return (shorter > 2 && beginAlike(left, right, Math.max(2, shorter - 3))) ? 3 : 4;
	}

}
