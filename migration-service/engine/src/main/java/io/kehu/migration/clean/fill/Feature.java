package io.kehu.migration.clean.fill;

import java.util.Arrays;

import io.kehu.migration.clean.Numbers;
import io.kehu.migration.table.Column;

/**
 * One column as the nearest neighbours see it: a number a row, or the code of a category;
 * NaN where it is missing.
 */
public final class Feature {

	private final double[] values;

	private final boolean category;

	/**
	 * Make a feature.
	 * @param values a value a row
	 * @param category whether values are codes that are only equal or not
	 */
	Feature(double[] values, boolean category) {
		this.values = values;
		this.category = category;
	}

	/** A column of numbers, as they are. */
	public static Feature numeric(double[] values) {
		return new Feature(values, false);
	}

	/** A column of numbers, shifted and scaled to mean 0 and standard deviation 1. */
	static Feature standardised(double[] values) {
		double[] present = Numbers.sorted(values);
		double mean = Arrays.stream(present).average().orElse(0);
		double squares = Arrays.stream(present).map((value) -> (value - mean) * (value - mean)).sum();
		double deviation = (present.length > 1) ? Math.sqrt(squares / (present.length - 1)) : 0;
		double scale = (deviation > 0) ? 1 / deviation : 0;
		return numeric(Arrays.stream(values).map((value) -> (value - mean) * scale).toArray());
	}

	/** A column of numbers, scaled to a range of 1, as Gower's distance wants it. */
	static Feature ranged(double[] values) {
		double[] present = Numbers.sorted(values);
		double range = (present.length > 0) ? present[present.length - 1] - present[0] : 0;
		double scale = (range > 0) ? 1 / range : 0;
		return numeric(Arrays.stream(values).map((value) -> value * scale).toArray());
	}

	/** A column of categories. */
	public static Feature category(Column column) {
		double[] codes = new double[column.rows()];
		for (int row = 0; row < codes.length; row++) {
			codes[row] = (column.code(row) == Column.MISSING) ? Double.NaN : column.code(row);
		}
		return new Feature(codes, true);
	}

	/** A value a row; not to be changed. */
	double[] values() {
		return this.values;
	}

	/** Whether values are codes that are only equal or not. */
	boolean category() {
		return this.category;
	}

	boolean present(int row) {
		return !Double.isNaN(this.values[row]);
	}

}
