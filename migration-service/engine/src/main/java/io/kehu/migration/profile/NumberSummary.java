package io.kehu.migration.profile;

import java.util.List;

/**
 * The distribution of numbers.
 *
 * @param mean their mean
 * @param deviation their standard deviation
 * @param quantiles minimum, 1%, 5%, quartiles, 95%, 99% and maximum
 * @param zeros how many are zero
 * @param negatives how many are below zero
 * @param outliers those far outside the quartiles
 * @param histogram how many fall into equal ranges, the outermost 0.5% on either side
 * left out when they would hide the rest
 * @param exact whether quantiles and counts are exact, not within about 0.1% of the rank
 */
public record NumberSummary(double mean, double deviation, Quantiles quantiles, long zeros, long negatives,
		Outliers outliers, List<Bin> histogram, boolean exact) {

	public NumberSummary {
		histogram = List.copyOf(histogram);
	}

	/**
	 * Numbers that given shares of all numbers do not exceed.
	 */
	public record Quantiles(double minimum, double p01, double p05, double lower, double median, double upper,
			double p95, double p99, double maximum) {
	}

	/**
	 * Numbers beyond Tukey's outer fences, three times the distance of the quartiles away
	 * from them.
	 *
	 * @param lowerFence below it numbers are outliers
	 * @param upperFence above it numbers are outliers
	 * @param below how many are below
	 * @param above how many are above
	 * @param lowest the lowest numbers of all
	 * @param highest the highest numbers of all
	 */
	public record Outliers(double lowerFence, double upperFence, long below, long above, List<Counted> lowest,
			List<Counted> highest) {

		public Outliers {
			lowest = List.copyOf(lowest);
			highest = List.copyOf(highest);
		}

	}

	/**
	 * A range of a histogram.
	 *
	 * @param from its beginning, included
	 * @param to its end
	 * @param count how many numbers are in it
	 */
	public record Bin(double from, double to, long count) {
	}

}
