package io.kehu.migration.matching.weights;

import java.util.List;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.FieldComparison;
import org.jspecify.annotations.Nullable;

/**
 * The third kind of pairs beside matches and strangers: different persons of one
 * household (Winkler 1993). They share what matches share, save for given name and
 * birthday; without them couples, twins, and fathers and sons would be taken for one
 * person. What they share is learnt; how often they share a name or a birthday is set.
 */
final class Relatives {

	/** Share of relatives with the same given name or the same birthday. */
	private static final double SAME = 0.08;

	private static final double STRENGTH = 2;

	private static final double START = 0.25;

	/** From so many for each match on, relatives are not a rare exception. */
	private static final double MANY = 0.1;

	private final double[] @Nullable [] m;

	private final boolean[] own;

	private final List<FieldComparison> comparisons;

	private double share;

	private Relatives(double[] @Nullable [] m, boolean[] own, List<FieldComparison> comparisons, double share) {
		this.m = m;
		this.own = own;
		this.comparisons = comparisons;
		this.share = share;
	}

	/** Returns the relatives to start from; none where no given name tells them apart. */
	static Relatives start(List<FieldComparison> comparisons, double lambda) {
		double[] @Nullable [] m = new double[comparisons.size()] @Nullable [];
		boolean[] own = new boolean[m.length];
		boolean persons = false;
		boolean shared = false;
		for (int field = 0; field < m.length; field++) {
			FieldComparison comparison = comparisons.get(field);
			ColumnRole role = comparison.role();
			own[field] = role == ColumnRole.GIVEN_NAME || role == ColumnRole.DATE;
			persons |= role == ColumnRole.GIVEN_NAME;
			if (role.isOfHousehold()) {
				m[field] = LevelShares.start(comparison.levels().size());
				shared |= role != ColumnRole.FAMILY_NAME;
			}
		}
		return new Relatives(m, own, comparisons, (persons && shared) ? START * lambda : 0);
	}

	/** Returns whether there may be relatives at all. */
	boolean exist() {
		return this.share > 0;
	}

	/** Returns whether relatives share a field as matches do. */
	boolean share(int field) {
		return this.m[field] != null;
	}

	/** Returns log2 odds that two records taken at random are of relatives. */
	double prior(double lambda) {
		return log2(this.share / (1 - Math.min(0.5, lambda + this.share)));
	}

	/** Returns whether there are so many relatives that names and birthdays must tell. */
	boolean areMany(double lambda) {
		return this.share > MANY * lambda;
	}

	/**
	 * Returns whether a pair has no birthday or given name in common: how many relatives
	 * there are must not be learnt from what matches look like.
	 */
	private boolean differInOwn(PairSample sample, int pair) {
		for (int field = 0; field < this.own.length; field++) {
			if (this.own[field] && sample.state(field, pair) == 1) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Learns from pairs.
	 * @param sample the pairs
	 * @param probabilities how likely each of them is of relatives
	 * @param allPairs how many pairs there are in all
	 * @param matches by field and level, the share of the matches: relatives move house
	 * as often
	 */
	void maximise(PairSample sample, double[] probabilities, double allPairs, double[][][] matches) {
		double all = 0;
		for (int pair = 0; pair < probabilities.length; pair++) {
			all += differInOwn(sample, pair) ? probabilities[pair] / (1 - SAME) : 0;
		}
		this.share = Math.max(1e-3 / allPairs, all * sample.scale() / allPairs);
		for (int field = 0; field < this.m.length; field++) {
			double[] levels = this.m[field];
			if (levels != null) {
				double[] sums = new double[levels.length];
				for (int pair = 0; pair < probabilities.length; pair++) {
					int level = sample.state(field, pair) - 1;
					if (level >= 0) {
						sums[level] += probabilities[pair];
					}
				}
				double[] learnt = LevelShares.of(sums, LevelShares.start(levels.length), STRENGTH);
				learnt[levels.length - 1] = Math.max(learnt[levels.length - 1], matches[field][0][levels.length - 1]);
				this.m[field] = learnt;
			}
		}
	}

	/**
	 * Returns the weights of all levels for relatives against strangers, in bits. Half
	 * agreement weighs no more than equality, as among matches.
	 * @param strangers by field, state and level, the share of strangers
	 */
	double[][][] weights(double[][][] strangers) {
		double[][][] weights = new double[strangers.length][][];
		for (int field = 0; field < weights.length; field++) {
			double[] levels = this.m[field];
			weights[field] = new double[strangers[field].length][strangers[field][0].length];
			for (int state = 0; state < weights[field].length; state++) {
				for (int level = 0; level < weights[field][state].length; level++) {
					double weight = (levels != null) ? log2(levels[level] / strangers[field][state][level])
							: this.own[field] ? log2(1 - SAME) : 0;
					weights[field][state][level] = (level == 0) ? weight : Math
						.min(this.comparisons.get(field).most(level), Math.min(weight, weights[field][state][0]));
				}
			}
		}
		return weights;
	}

	/**
	 * Returns what a term adds to the weight of its level.
	 * @param field the field
	 * @param level the level
	 * @param u share of the strangers at this level
	 * @param term weight of the term agreed upon
	 */
	double termWeight(int field, int level, double u, double term) {
		if (this.m[field] != null) {
			return term;
		}
		return (this.own[field] && level == 0) ? log2(1 + SAME / (1 - SAME) * Math.pow(2, term) / u) : 0;
	}

	private static double log2(double value) {
		return Math.log(value) / Math.log(2);
	}

}
