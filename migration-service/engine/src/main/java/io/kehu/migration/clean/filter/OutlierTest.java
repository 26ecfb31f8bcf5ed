package io.kehu.migration.clean.filter;

import java.util.Arrays;
import java.util.BitSet;

import io.kehu.migration.clean.Numbers;

/**
 * Finds numbers that lie apart. Windows reach evenly to both sides of a row, are cut at
 * the ends, and leave missing values out; fewer than three numbers tell nothing.
 *
 * @param method how
 * @param factor how many deviations, or ranges, are still usual; 0 for 3, or 1.5 ranges
 * @param window rows in a window, an odd number, or 0 for 15; of no meaning to the others
 */
public record OutlierTest(OutlierMethod method, double factor, int window) {

	private static final int LEAST = 3;

	private static final int USUAL_WINDOW = 15;

	public OutlierTest {
		if (method == null) {
			throw new IllegalArgumentException(
					"method: must be one of %s".formatted(Arrays.toString(OutlierMethod.values())));
		}
		factor = (factor == 0) ? method.usualFactor() : factor;
		window = (method.windowed() && window == 0) ? USUAL_WINDOW : window;
		if (!(factor > 0)) {
			throw new IllegalArgumentException("factor: must be above 0, not %s".formatted(factor));
		}
		if (method.windowed() && (window < LEAST || window % 2 == 0)) {
			throw new IllegalArgumentException("window: must be odd and at least 3 rows, not %d".formatted(window));
		}
		double furthest = (window - 1) / Math.sqrt(window);
		if (method == OutlierMethod.ROLLING_MEAN && factor >= furthest) {
			throw new IllegalArgumentException(
					"window: of %d values none is further than %.2f standard deviations from their mean, so that a factor of %s flags nothing; take a larger window or a factor below %.2f"
						.formatted(window, furthest, factor, furthest));
		}
	}

	/** The fewest numbers among which one can lie apart. */
	public long fewest() {
		return switch (this.method) {
			case HAMPEL -> LEAST;
			case QUARTILES -> (this.factor < 3) ? 4 : 5;
			case ROLLING_MEAN, Z_SCORE -> {
				// Of n values none is further than (n - 1) / sqrt(n) deviations from
				// their mean
				double root = (this.factor + Math.sqrt(this.factor * this.factor + 4)) / 2;
				yield Math.max(LEAST, (long) Math.floor(root * root) + 1);
			}
		};
	}

	/** A method with its usual figures. */
	public static OutlierTest standard(OutlierMethod method) {
		return switch (method) {
			case ROLLING_MEAN, HAMPEL -> new OutlierTest(method, method.usualFactor(), USUAL_WINDOW);
			case Z_SCORE, QUARTILES -> new OutlierTest(method, method.usualFactor(), 0);
		};
	}

	/**
	 * Find outliers.
	 * @param values in their order, NaN where there is none
	 * @return the places of outliers
	 */
	public BitSet outliers(double[] values) {
		return switch (this.method) {
			case ROLLING_MEAN -> rollingMean(values);
			case HAMPEL -> hampel(values);
			case Z_SCORE -> zScore(values);
			case QUARTILES -> quartiles(values);
		};
	}

	/**
	 * The medians of the windows around some places, the places themselves included.
	 * @param values in their order, NaN where there is none
	 * @param places where a median is wanted; there is a value at each
	 * @return a median a place
	 */
	public double[] medians(double[] values, BitSet places) {
		int half = (this.method.windowed() ? this.window : USUAL_WINDOW) / 2;
		return places.stream()
			.mapToDouble((place) -> Numbers.quantile(Numbers.sorted(
					Arrays.copyOfRange(values, Math.max(0, place - half), Math.min(values.length, place + half + 1))),
					0.5))
			.toArray();
	}

	private BitSet rollingMean(double[] values) {
		BitSet outliers = new BitSet();
		RollingMoments moments = new RollingMoments();
		int half = this.window / 2;
		for (int next = 0; next < values.length + half; next++) {
			if (next < values.length) {
				moments.add(values[next]);
			}
			int row = next - half;
			if (row >= 0) {
				if (row > half) {
					moments.removeOldest();
				}
				double bound = this.factor * moments.deviation();
				outliers.set(row, moments.count() >= LEAST && Math.abs(values[row] - moments.mean()) > bound);
			}
		}
		return outliers;
	}

	private BitSet hampel(double[] values) {
		BitSet outliers = new BitSet();
		RollingOrder order = new RollingOrder(this.window);
		int half = this.window / 2;
		for (int next = 0; next < values.length + half; next++) {
			if (next < values.length) {
				order.add(values[next]);
			}
			int row = next - half;
			if (row >= 0) {
				if (row > half) {
					order.remove(values[row - half - 1]);
				}
				if (order.size() >= LEAST && !Double.isNaN(values[row])) {
					double median = order.median();
					double bound = this.factor * OutlierMethod.DEVIATIONS_PER_MAD * order.deviation(median);
					outliers.set(row, Math.abs(values[row] - median) > bound);
				}
			}
		}
		return outliers;
	}

	private BitSet zScore(double[] values) {
		double[] present = Numbers.sorted(values);
		if (present.length < LEAST) {
			return new BitSet();
		}
		double mean = Arrays.stream(present).sum() / present.length;
		double squares = Arrays.stream(present).map((value) -> (value - mean) * (value - mean)).sum();
		double deviation = Math.sqrt(squares / (present.length - 1));
		return outside(values, mean - this.factor * deviation, mean + this.factor * deviation);
	}

	private BitSet quartiles(double[] values) {
		double[] present = Numbers.sorted(values);
		if (present.length < LEAST) {
			return new BitSet();
		}
		double first = Numbers.quantile(present, 0.25);
		double third = Numbers.quantile(present, 0.75);
		double reach = this.factor * (third - first);
		return outside(values, first - reach, third + reach);
	}

	private static BitSet outside(double[] values, double low, double high) {
		BitSet outliers = new BitSet();
		for (int row = 0; row < values.length; row++) {
			outliers.set(row, values[row] < low || values[row] > high);
		}
		return outliers;
	}

}
