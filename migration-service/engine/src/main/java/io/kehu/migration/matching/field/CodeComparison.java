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
		String one = text(left);
		String other = text(right);
		int shorter = Math.min(one.length(), other.length());
		if ((shorter > 2 || (shorter > 0 && role() == ColumnRole.HOUSE_NUMBER)) && isWithin(left, right, 1)) {
			return 1;
		}
		if (shorter > 3 && isWithin(left, right, 2)) {
			return 2;
		}
		int beginning = Math.max(2, shorter - 3);
		return (shorter > 2 && one.regionMatches(0, other, 0, beginning)) ? 3 : 4;
	}

}
