package io.kehu.migration.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.MissingWords;

/**
 * A column read as plain decimal numbers, not a number where there is none.
 */
public final class Numbers {

	private static final int MOST_DECIMALS = 12;

	/** Errors of binary arithmetic, in units of the last place. */
	private static final double NOISE = 16;

	private final double[] values;

	/** The most and the fewest decimals of the values. */
	private final int decimals;

	private final int fewest;

	private final boolean complete;

	/** Rows with a number, and rows with another text. */
	private final long[] counts;

	private Numbers(double[] values, int decimals, int fewest, boolean complete, long[] counts) {
		this.values = values;
		this.decimals = decimals;
		this.fewest = Math.min(fewest, decimals);
		this.complete = complete;
		this.counts = counts;
	}

	/** Read every row of a column; what is missing or no number becomes NaN. */
	public static Numbers of(Column column) {
		int[] frequencies = column.frequencies();
		double[] byCode = new double[column.distinct()];
		int decimals = 0;
		int fewest = MOST_DECIMALS;
		boolean complete = column.present() > 0;
		long[] counts = new long[2];
		for (int code = 0; code < byCode.length; code++) {
			byCode[code] = parse(column.text(code));
			if (frequencies[code] > 0) {
				boolean number = !Double.isNaN(byCode[code]);
				complete &= number;
				decimals = number ? Math.max(decimals, decimals(column.text(code))) : decimals;
				fewest = number ? Math.min(fewest, decimals(column.text(code))) : fewest;
				counts[number ? 0 : 1] += MissingWords.contains(column.text(code)) ? 0 : frequencies[code];
			}
		}
		double[] values = new double[column.rows()];
		for (int row = 0; row < values.length; row++) {
			int code = column.code(row);
			values[row] = (code == Column.MISSING) ? Double.NaN : byCode[code];
		}
		return new Numbers(values, decimals, fewest, complete, counts);
	}

	/**
	 * Read one text.
	 * @param text digits with at most one point, a sign and an exponent
	 * @return the number, or NaN when it is none
	 */
	public static double parse(String text) {
		String stripped = text.strip();
		if (stripped.isEmpty()) {
			return Double.NaN;
		}
		for (int i = 0; i < stripped.length(); i++) {
			char symbol = stripped.charAt(i);
			if ((symbol < '0' || symbol > '9') && "+-.eE".indexOf(symbol) < 0) {
				return Double.NaN;
			}
		}
		try {
			double value = Double.parseDouble(stripped);
			return Double.isFinite(value) ? value : Double.NaN;
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

	private static int decimals(String text) {
		int point = text.indexOf('.');
		if (point < 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
			return (point < 0) ? 0 : MOST_DECIMALS;
		}
		return Math.min(MOST_DECIMALS, text.strip().length() - point - 1);
	}

	/** A number a row, NaN where there is none; not to be changed. */
	public double[] values() {
		return this.values;
	}

	/** Whether there is a value and each value is a number. */
	public boolean complete() {
		return this.complete;
	}

	/**
	 * Whether at least half of the values are numbers, words for nothing left out.
	 */
	public boolean mostly() {
		return this.counts[0] > 0 && this.counts[0] >= this.counts[1];
	}

	/** How many values are numbers. */
	public long count() {
		return this.counts[0];
	}

	/** How many values are neither numbers nor words for nothing. */
	public long others() {
		return this.counts[1];
	}

	/** How many decimals the column's own values have at most. */
	public int decimals() {
		return this.decimals;
	}

	/**
	 * Whether a number is written otherwise than it is, for want of decimals. What binary
	 * arithmetic leaves behind the last decimal does not count.
	 */
	public boolean rounds(double value) {
		return Math.abs(value - Double.parseDouble(format(value))) > NOISE * Math.ulp(value);
	}

	/**
	 * Write a number as the column's own values are written: with at most as many
	 * decimals as any of them has, and at least as many as all of them have.
	 */
	public String format(double value) {
		BigDecimal rounded = BigDecimal.valueOf(value).setScale(this.decimals, RoundingMode.HALF_EVEN);
		BigDecimal plain = rounded.stripTrailingZeros();
		return ((plain.scale() < this.fewest) ? rounded.setScale(this.fewest, RoundingMode.UNNECESSARY) : plain)
			.toPlainString();
	}

	/** The values that are there, sorted. */
	public static double[] sorted(double[] values) {
		double[] present = Arrays.stream(values).filter((value) -> !Double.isNaN(value)).toArray();
		Arrays.sort(present);
		return present;
	}

	/**
	 * A quantile by linear interpolation between order statistics (type 7 of Hyndman and
	 * Fan, 1996).
	 * @param sorted at least one value, ascending
	 * @param share between 0 and 1
	 */
	public static double quantile(double[] sorted, double share) {
		double place = share * (sorted.length - 1);
		int below = (int) Math.floor(place);
		int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
	}

}
