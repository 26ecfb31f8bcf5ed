package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;

/**
 * Compares e-mail addresses: mistyped, or the same name at another provider. That two
 * only resemble each other says little, since relatives and namesakes choose alike.
 */
final class EmailComparison extends ValueComparison {

	private static final int TELLING = 5;

	EmailComparison(Column column) {
		super(ColumnRole.EMAIL, column, List.of("equal", "one character differs", "same name at another provider",
				"two characters differ", "different"));
	}

	@Override
	int differing(int left, int right) {
		String one = text(left);
		String other = text(right);
		if (isWithin(left, right, 1)) {
			return (one.charAt(0) == other.charAt(0) || one.length() != other.length()) ? 1 : 3;
		}
		int at = one.indexOf('@');
		if (at >= TELLING && at == other.indexOf('@') && one.regionMatches(0, other, 0, at)) {
			return 2;
		}
		return (one.charAt(0) == other.charAt(0) && isWithin(left, right, 2)) ? 3 : 4;
	}

}
