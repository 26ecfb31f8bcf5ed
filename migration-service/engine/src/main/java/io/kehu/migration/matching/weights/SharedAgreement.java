package io.kehu.migration.matching.weights;

/**
 * The mutual information of the agreement of two fields among matches (Chow and Liu
 * 1968).
 */
final class SharedAgreement {

	/** Bits a match below which two fields count as independent. */
	static final double LEAST = 0.01;

	private SharedAgreement() {
	}

	/**
	 * Measures two fields.
	 * @param sample pairs
	 * @param probabilities how likely each of them is a match
	 * @param field a field
	 * @param other another
	 * @return bits a match, less what chance alone brings about
	 */
	static double of(PairSample sample, double[] probabilities, int field, int other) {
		double[][] joint = new double[16][16];
		double both = 0;
		double all = 0;
		for (int pair = 0; pair < probabilities.length; pair++) {
			int one = sample.state(field, pair);
			int two = sample.state(other, pair);
			all += probabilities[pair];
			if (one > 0 && two > 0) {
				joint[one - 1][two - 1] += probabilities[pair];
				both += probabilities[pair];
			}
		}
		return (both > 0) ? bits(joint, both) * both / all : 0;
	}

	private static double bits(double[][] joint, double total) {
		double[] rows = new double[joint.length];
		double[] columns = new double[joint.length];
		for (int i = 0; i < joint.length; i++) {
			for (int j = 0; j < joint.length; j++) {
				rows[i] += joint[i][j];
				columns[j] += joint[i][j];
			}
		}
		double sum = 0;
		for (int i = 0; i < joint.length; i++) {
			for (int j = 0; j < joint.length; j++) {
				if (joint[i][j] > 0) {
					sum += joint[i][j] * Math.log(joint[i][j] * total / rows[i] / columns[j]);
				}
			}
		}
		double chance = 0.5 * (used(rows) - 1) * (used(columns) - 1);
		return (sum - chance) / total / Math.log(2);
	}

	private static int used(double[] sums) {
		int used = 0;
		for (double sum : sums) {
			used += (sum > 0.5) ? 1 : 0;
		}
		return used;
	}

}
