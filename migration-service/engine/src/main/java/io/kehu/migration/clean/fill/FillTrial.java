package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

import io.kehu.migration.clean.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Hides a tenth of a column's known values, more of few, and lets each method bring them
 * back, so that a steward sees what a method is worth before choosing it.
 */
public final class FillTrial {

	private static final double SHARE = 0.10;

	/** Of few values so many are hidden, but not more than half. */
	private static final double FEWEST = 30;

	private FillTrial() {
	}

	/** The methods worth a trial on any column. */
	public static List<FillMethod> methods() {
		return List.of(AverageFill.of(Average.MEAN), AverageFill.of(Average.MEDIAN), AverageFill.of(Average.MODE),
				new ForwardFill(), NearestFill.standard(), new RegressionFill(List.of()), new LeaveEmpty());
	}

	/**
	 * Try methods, each on the same hidden values.
	 * @param given the column
	 * @param methods what to try
	 * @param seed which values are hidden
	 * @return an error a method, the best first
	 */
	public static List<FillError> run(Gap given, List<FillMethod> methods, long seed) {
		Gap gap = given.read();
		SplittableRandom random = new SplittableRandom(seed);
		int[] known = gap.known();
		double share = Math.max(SHARE, Math.min(0.5, FEWEST / Math.max(1, known.length)));
		int[] hidden = Arrays.stream(known).filter((row) -> random.nextDouble() < share).toArray();
		if (hidden.length == 0 && known.length > 1) {
			hidden = new int[] { known[random.nextInt(known.length)] };
		}
		return run(gap, methods, hidden);
	}

	private static List<FillError> run(Gap gap, List<FillMethod> methods, int[] hidden) {
		Gap masked = gap.hiding(hidden);
		return methods.stream()
			.map((method) -> measure(method, gap, masked, hidden))
			.sorted(Comparator.comparingDouble(FillError::rank))
			.toList();
	}

	private static FillError measure(FillMethod method, Gap gap, Gap masked, int[] hidden) {
		Filling filling;
		try {
			filling = method.fill(masked);
		}
		catch (IllegalArgumentException ex) {
			return new FillError(method, method.source(), hidden.length, 0, null, null, null, ex.getMessage());
		}
		boolean numeric = gap.numbers().mostly();
		int filled = 0;
		int wrong = 0;
		double squares = 0;
		double absolutes = 0;
		for (int row : hidden) {
			String value = filling.values().get(Arrays.binarySearch(filling.holes(), row));
			if (value != null) {
				filled++;
				double error = numeric ? Numbers.parse(value) - gap.numbers().values()[row] : Double.NaN;
				wrong += (error == 0 || Objects.equals(value, gap.column().value(row))) ? 0 : 1;
				error = Double.isNaN(error) ? 0 : error;
				squares += error * error;
				absolutes += Math.abs(error);
			}
		}
		boolean measured = filled > 0 && numeric;
		return new FillError(method, filling.name(method), hidden.length, filled,
				share(measured, Math.sqrt(squares / filled)), share(measured, absolutes / filled),
				share(filled > 0, (double) wrong / filled), null);
	}

	private static @Nullable Double share(boolean measured, double value) {
		return measured ? value : null;
	}

}
