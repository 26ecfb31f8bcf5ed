package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;

/**
 * Compares days given as eight digits: typing errors, swapped day and month, differing
 * parts.
 */
final class DateComparison extends ValueComparison {

	/** Characters of a day that was not mistyped. */
	private static final int DAY = 8;

	DateComparison(Column column) {
		super(ColumnRole.DATE, column, List.of("equal", "one digit of day or month differs",
				"one digit of the year differs", "day and month swapped", "two parts equal", "same year", "different"));
	}

	@Override
	int differing(int left, int right) {
		String one = text(left);
		String other = text(right);
		boolean sameYear = one.regionMatches(0, other, 0, 4);
		if (one.length() != DAY || other.length() != DAY) {
			return isWithin(left, right, 1) ? (sameYear ? 1 : 2) : (sameYear ? 5 : 6);
		}
		boolean sameMonth = one.regionMatches(4, other, 4, 2);
		boolean sameDay = one.regionMatches(6, other, 6, 2);
		if (isSlip(one, other)) {
			return sameYear ? 1 : 2;
		}
		if (sameYear && one.regionMatches(4, other, 6, 2) && one.regionMatches(6, other, 4, 2)) {
			return 3;
		}
		if ((sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0) == 2) {
			return 4;
		}
		return sameYear ? 5 : 6;
	}

	/** Returns whether one digit differs, or two neighbours are swapped. */
	private static boolean isSlip(String one, String other) {
		int first = -1;
		int differing = 0;
		for (int i = 0; i < one.length(); i++) {
			if (one.charAt(i) != other.charAt(i)) {
				first = (first < 0) ? i : first;
				if (++differing > 2) {
					return false;
				}
			}
		}
		if (differing == 1) {
			return true;
		}
		return one.charAt(first) == other.charAt(first + 1) && one.charAt(first + 1) == other.charAt(first)
				&& one.regionMatches(first + 2, other, first + 2, one.length() - first - 2);
	}

}
