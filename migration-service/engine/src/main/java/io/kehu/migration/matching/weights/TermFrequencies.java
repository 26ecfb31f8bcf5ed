package io.kehu.migration.matching.weights;

import io.kehu.migration.matching.field.FieldComparison;

/**
 * The frequencies of a field's terms as weights in bits: agreement on a rare name counts
 * more than on a frequent one.
 */
final class TermFrequencies {

	private final float[] weights;

	private final double collision;

	private TermFrequencies(double[] counts, double total) {
		this.weights = new float[counts.length];
		double squares = 0;
		for (double count : counts) {
			squares += (count / total) * (count / total);
		}
		this.collision = squares;
		for (int term = 0; term < counts.length; term++) {
			double share = Math.max(counts[term], 1) / total;
			this.weights[term] = (float) (Math.log(squares / share) / Math.log(2));
		}
	}

	/** Counts terms record by record. */
	static TermFrequencies of(FieldComparison comparison, int rows) {
		double[] counts = new double[comparison.terms()];
		double total = 0;
		for (int row = 0; row < rows; row++) {
			int code = comparison.code(row);
			if (code >= 0) {
				int[] terms = comparison.terms(code);
				for (int term : terms) {
					counts[term]++;
				}
				total += (terms.length > 0) ? 1 : 0;
			}
		}
		TermFrequencies frequencies = new TermFrequencies(counts, Math.max(1, total));
		float[] set = comparison.setTermWeights();
		if (set != null) {
			System.arraycopy(set, 0, frequencies.weights, 0, set.length);
		}
		return frequencies;
	}

	/** Returns the weight of each term, to be added to the weight of its level. */
	float[] weights() {
		return this.weights;
	}

	/** Probability that two records taken at random have the same term. */
	double collision() {
		return this.collision;
	}

}
