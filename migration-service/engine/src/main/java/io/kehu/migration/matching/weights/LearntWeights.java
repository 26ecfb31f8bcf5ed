package io.kehu.migration.matching.weights;

/**
 * The weights in bits as they come out of learning.
 */
final class LearntWeights {

	private final double lambda;

	private final double[][][] levels;

	private final float[][] terms;

	private final double[][][] strangers;

	/**
	 * Creates weights.
	 * @param lambda share of all pairs that match
	 * @param levels by field, state of the field depended on, and level
	 * @param terms by field and term, what the term adds to its level
	 * @param strangers by field, state and level, the share of the pairs of strangers
	 */
	LearntWeights(double lambda, double[][][] levels, float[][] terms, double[][][] strangers) {
		this.lambda = lambda;
		this.levels = levels;
		this.terms = terms;
		this.strangers = strangers;
	}

	double lambda() {
		return this.lambda;
	}

	/** Returns log2 odds that two records taken at random match. */
	double prior() {
		return Math.log(this.lambda / (1 - this.lambda)) / Math.log(2);
	}

	double[][][] levels() {
		return this.levels;
	}

	float[][] terms() {
		return this.terms;
	}

	double[][][] strangers() {
		return this.strangers;
	}

}
