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

	/** The highest bit of each character. */
	private static final long HIGHEST = 0x8080808080808080L;

	/** By value, its characters as one number, or 0 when they are not eight. */
	private final long[] days;

	DateComparison(Column column) {
		super(ColumnRole.DATE, column, List.of("equal", "one digit of day or month differs",
				"one digit of the year differs", "day and month swapped", "two parts equal", "same year", "different"));
		this.days = new long[column.distinct()];
		for (int code = 0; code < this.days.length; code++) {
			this.days[code] = day(column.text(code));
		}
	}

	private static long day(String text) {
		long day = 0;
		for (int i = 0; i < text.length(); i++) {
			day = day << Byte.SIZE | text.charAt(i);
			if (text.length() != DAY || text.charAt(i) > '~') {
				return 0;
			}
		}
		return day;
	}

	@Override
	int differing(int left, int right) {
		long one = this.days[left];
		long other = this.days[right];
		if (one == 0 || other == 0) {
			boolean sameYear = beginAlike(left, right, 4);
			return isWithin(left, right, 1) ? (sameYear ? 1 : 2) : (sameYear ? 5 : 6);
		}
		long difference = one ^ other;
		boolean sameYear = difference >>> Integer.SIZE == 0;
		if (isSlip(one, other)) {
			return sameYear ? 1 : 2;
		}
		if (sameYear && (int) one == Integer.rotateLeft((int) other, Short.SIZE)) {
			return 3;
		}
		boolean sameMonth = (difference & 0xFFFF0000L) == 0;
		boolean sameDay = (difference & 0xFFFF) == 0;
		if ((sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0) == 2) {
			return 4;
		}
		return sameYear ? 5 : 6;
	}

	/** Returns whether one digit differs, or two neighbours are swapped. */
	private static boolean isSlip(long one, long other) {
		long difference = one ^ other;
		long differing = (((difference & ~HIGHEST) + ~HIGHEST) | difference) & HIGHEST;
		int count = Long.bitCount(differing);
		if (count != 2) {
			return count == 1;
		}
		int shift = Long.numberOfTrailingZeros(differing) - (Byte.SIZE - 1);
		long pair = one >>> shift & 0xFFFF;
		return (other >>> shift & 0xFFFF) == (pair >>> Byte.SIZE | (pair & 0xFF) << Byte.SIZE);
	}

}
