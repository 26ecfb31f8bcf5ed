package io.kehu.customer.insight.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores of 1 to 5 by a value. A customer's score is 1 plus the number of whole fifths of
 * all customers that have a lower value. Customers with equal values therefore have equal
 * scores, and a value that most customers share gets the lowest score of its range: if
 * seven of ten have bought once, all of these have the score 1 and nobody has the scores
 * 2 and 3.
 *
 * @param bounds the four values above which the scores 2 to 5 begin
 */
public record Quintiles(List<Double> bounds) {

	private static final int FIFTHS = 5;

	public Quintiles {
		if (bounds.size() != FIFTHS - 1) {
			throw new IllegalArgumentException("There are four bounds between fifths");
		}
		bounds = List.copyOf(bounds);
	}

	/**
	 * Returns the scores that fit these values.
	 * @param values one or more values, in any order
	 */
	public static Quintiles of(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return new Quintiles(IntStream.range(1, FIFTHS)
			.mapToObj((fifth) -> sorted[(int) ((fifth * (long) sorted.length + FIFTHS - 1) / FIFTHS) - 1])
			.toList());
	}

	/** Returns the score of a value. */
	public int score(double value) {
		return 1 + (int) this.bounds.stream().filter((bound) -> value > bound).count();
	}

}
