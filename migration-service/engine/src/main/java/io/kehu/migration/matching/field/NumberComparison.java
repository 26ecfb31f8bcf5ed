package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Compares numbers: mistyped by a digit, or near each other.
 */
final class NumberComparison extends ValueComparison {

	private static final double NEAR = 0.02;

	private static final double ROUGHLY = 0.1;

	private final double[] numbers;

	NumberComparison(Column column) {
		super(ColumnRole.NUMBER, column,
				List.of("equal", "one digit differs", "within 2 per cent", "within 10 per cent", "different"));
		this.numbers = new double[column.distinct()];
		for (int code = 0; code < this.numbers.length; code++) {
			this.numbers[code] = Double.parseDouble(column.text(code));
		}
	}

	/**
	 * Reads a number with either decimal mark.
	 * @param text for example 1,234.50 or 1.234,5
	 * @return it with a point, such as 1234.5, or null when the text is no number
	 */
	static @Nullable String normal(String text) {
		String bare = text.replaceAll("[^0-9.,-]", "");
		int mark = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
		boolean repeated = mark >= 0 && bare.indexOf(bare.charAt(mark)) != mark;
		boolean decimal = mark >= 0 && !repeated
				&& (bare.length() - mark != 4 || (bare.indexOf('.') >= 0 && bare.indexOf(',') >= 0));
		String whole = (decimal ? bare.substring(0, mark) : bare).replaceAll("[.,]", "");
		String digits = decimal ? whole + "." + bare.substring(mark + 1) : whole;
		if (!digits.matches("-?[0-9]{1,15}(\\.[0-9]{0,9})?")) {
			return null;
		}
		double value = Double.parseDouble(digits);
		return (value == Math.rint(value)) ? Long.toString((long) value) : Double.toString(value);
	}

	@Override
	int differing(int left, int right) {
		if (shorter(left, right) > 2 && isWithin(left, right, 1)) {
			return 1;
		}
		double one = this.numbers[left];
		double other = this.numbers[right];
		double distance = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
		if (distance <= NEAR) {
			return 2;
		}
		return (distance <= ROUGHLY) ? 3 : 4;
	}

}
