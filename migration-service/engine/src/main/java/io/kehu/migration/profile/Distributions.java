package io.kehu.migration.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Turns sketches of numbers and days into summaries with histograms.
 */
final class Distributions {

	private static final int BINS = 28;

	private static final double FENCE = 3;

	private static final double TAIL = 0.005;

	private static final double HIDING = 3;

	private static final MathContext DIGITS = new MathContext(12);

	private Distributions() {
	}

	/** Returns a number without the noise of its last binary digits. */
	static double rounded(double value) {
		return (value == 0 || !Double.isFinite(value)) ? value : new BigDecimal(value).round(DIGITS).doubleValue();
	}

	static @Nullable NumberSummary numbers(QuantileSketch sketch, Moments moments) {
		if (sketch.count() == 0) {
			return null;
		}
		Weighted sorted = sketch.sorted();
		double minimum = moments.lowest().keySet().iterator().next();
		double maximum = moments.highest().keySet().iterator().next();
		double lower = sorted.quantile(0.25);
		double upper = sorted.quantile(0.75);
		NumberSummary.Quantiles quantiles = new NumberSummary.Quantiles(minimum, sorted.quantile(0.01),
				sorted.quantile(0.05), lower, sorted.quantile(0.5), upper, sorted.quantile(0.95), sorted.quantile(0.99),
				maximum);
		double lowerFence = lower - FENCE * (upper - lower);
		double upperFence = upper + FENCE * (upper - lower);
		boolean fenced = upper > lower;
		NumberSummary.Outliers outliers = new NumberSummary.Outliers(rounded(lowerFence), rounded(upperFence),
				fenced ? sorted.below(lowerFence) : 0, fenced ? sorted.above(upperFence) : 0, counted(moments.lowest()),
				counted(moments.highest()));
		return new NumberSummary(rounded(moments.mean()), rounded(moments.deviation()), quantiles, moments.zeros(),
				moments.negatives(), outliers, histogram(sorted, minimum, maximum), sketch.isExact());
	}

	private static List<Counted> counted(Map<Double, Long> extremes) {
		List<Counted> counted = new ArrayList<>();
		extremes.forEach((value, count) -> counted.add(new Counted(text(value), count)));
		return counted;
	}

	/** Returns a number in the shortest way that is read back the same. */
	static String text(double value) {
		return (value == Math.rint(value) && Math.abs(value) < 1e15) ? Long.toString((long) value)
				: BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
	}

	private static List<NumberSummary.Bin> histogram(Weighted sorted, double minimum, double maximum) {
		double low = sorted.quantile(TAIL);
		double high = sorted.quantile(1 - TAIL);
		boolean hiding = maximum - minimum > HIDING * (high - low) && high > low;
		double from = hiding ? low : minimum;
		double to = hiding ? high : maximum;
		boolean few = to - from < BINS && from == Math.rint(from) && to == Math.rint(to) && integral(sorted, from, to);
		int bins = few ? (int) (to - from) + 1 : BINS;
		double width = few ? 1 : (to - from) / bins;
		List<NumberSummary.Bin> histogram = new ArrayList<>();
		for (int i = 0; i < bins; i++) {
			double start = from + i * width;
			double end = (i == bins - 1 && !few) ? to : from + (i + 1) * width;
			long before = sorted.below(start);
			long until = (i == bins - 1 && !few) ? sorted.below(Math.nextUp(to)) : sorted.below(end);
			histogram.add(new NumberSummary.Bin(rounded(start), rounded(end), until - before));
		}
		return histogram;
	}

	private static boolean integral(Weighted sorted, double from, double to) {
		long between = 0;
		for (double value = from; value <= to; value++) {
			between += sorted.below(Math.nextUp(value)) - sorted.below(value);
		}
		return between == sorted.below(Math.nextUp(to)) - sorted.below(from);
	}

	static @Nullable DateSummary days(QuantileSketch sketch, List<Counted> forms) {
		if (sketch.count() == 0) {
			return null;
		}
		Weighted sorted = sketch.sorted();
		long from = (long) sorted.quantile(0);
		long to = (long) sorted.quantile(1);
		int bins = (int) Math.min(BINS, to - from + 1);
		List<DateSummary.DayBin> histogram = new ArrayList<>();
		for (int i = 0; i < bins; i++) {
			long start = from + (to - from + 1) * i / bins;
			long end = from + (to - from + 1) * (i + 1) / bins;
			histogram.add(new DateSummary.DayBin(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end - 1),
					sorted.below((double) end) - sorted.below((double) start)));
		}
		return new DateSummary(LocalDate.ofEpochDay(from), day(sorted, 0.25), day(sorted, 0.5), day(sorted, 0.75),
				LocalDate.ofEpochDay(to), forms, histogram);
	}

	private static LocalDate day(Weighted sorted, double share) {
		return LocalDate.ofEpochDay((long) sorted.quantile(share));
	}

}
