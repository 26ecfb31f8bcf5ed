package io.kehu.migration.clean.fill;

import org.jspecify.annotations.Nullable;

/**
 * How well a method brought back values that were known and hidden from it.
 *
 * @param method the method
 * @param name what it did in truth, such as a mean where there is nothing to regress on
 * @param hidden how many values were hidden
 * @param filled how many of them it filled
 * @param rootMeanSquare of the differences between numbers, null for other columns or
 * when nothing was filled
 * @param meanAbsolute likewise
 * @param wrong share of filled values that are not the hidden number or text, null when
 * nothing was filled
 * @param refusal why the method does not suit the column, null when it does
 */
public record FillError(FillMethod method, String name, int hidden, int filled, @Nullable Double rootMeanSquare,
		@Nullable Double meanAbsolute, @Nullable Double wrong, @Nullable String refusal) {

	/** What methods are compared by: less is better. */
	double rank() {
		if (this.rootMeanSquare != null) {
			return this.rootMeanSquare;
		}
		return (this.wrong != null) ? this.wrong : Double.POSITIVE_INFINITY;
	}

}
