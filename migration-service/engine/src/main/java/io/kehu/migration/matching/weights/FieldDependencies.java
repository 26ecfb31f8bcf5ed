package io.kehu.migration.matching.weights;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.progress.ProgressCounter;

/**
 * The dependencies between the agreement of fields: records with one postcode share their
 * city and their state. Each field that tells a location may depend on one other (a
 * dependency tree, Chow and Liu 1968), so that the same evidence is not counted twice.
 */
final class FieldDependencies {

	private static final int RANDOM_PAIRS = 200_000;

	/** How far all is when random pairs are compared. */
	private static final double RANDOM = 0.5;

	private static final int EQUAL_PAIRS = 20_000;

	private static final int FEWEST = 100;

	private static final double LIFT = 2.5;

	/** A field follows from another when at least this share agrees. */
	private static final double SHARE = 0.3;

	/**
	 * Share of the pairs at one place that must be different records for the place to
	 * tell of relatives: where nearly all are the same ones, it does not.
	 */
	private static final double RELATIVES = 0.1;

	/** Rough weight (natural logarithm) below which two records are surely different. */
	private static final double DIFFERENT = -6;

	/** Pairs' worth of belief in independence. */
	private static final double STRENGTH = 4;

	private final List<FieldComparison> comparisons;

	private final TermFrequencies[] frequencies;

	private final int[] parents;

	/** By field, state of the field depended on (0: none or missing), and level. */
	private final double[][][] random;

	FieldDependencies(List<FieldComparison> comparisons, TermFrequencies[] frequencies, int rows, long seed,
			DoubleConsumer share) {
		this.comparisons = comparisons;
		this.frequencies = frequencies;
		int fields = comparisons.size();
		this.parents = new int[fields];
		Arrays.fill(this.parents, -1);
		this.random = new double[fields][][];
		PairSample sample = PairSample.ofRandom(rows, comparisons, RANDOM_PAIRS, new SplittableRandom(seed),
				ProgressCounter.step(share, 0, RANDOM));
		for (int field = 0; field < fields; field++) {
			this.random[field] = new double[][] { marginal(field, sample) };
		}
		dependOnLocations(rows, sample, seed, new ProgressCounter(fields, ProgressCounter.step(share, RANDOM, 1)));
	}

	private void dependOnLocations(int rows, PairSample sample, long seed, ProgressCounter tally) {
		double[] best = new double[this.parents.length];
		Arrays.fill(best, LIFT);
		double[][][] chosen = new double[this.parents.length][][];
		for (int parent = 0; parent < this.parents.length; parent++) {
			if (this.comparisons.get(parent).role().mayLead()) {
				PairSample equal = PairSample.ofEqual(rows, this.comparisons, parent, EQUAL_PAIRS,
						new SplittableRandom(seed + parent));
				for (int field = 0; field < this.parents.length; field++) {
					double[][] given = mayDepend(field, parent) ? given(field, parent, sample, equal) : new double[0][];
					double lift = (given.length == 0 || given[1][0] < SHARE) ? 0
							: given[1][0] / this.random[field][0][0];
					if (lift > best[field]) {
						best[field] = lift;
						chosen[field] = given;
						this.parents[field] = parent;
					}
				}
			}
			tally.add(1);
		}
		for (int field = 0; field < this.parents.length; field++) {
			if (this.parents[field] >= 0) {
				this.random[field] = chosen[field];
			}
		}
	}

	/**
	 * Returns whether a field may depend on another. It may depend only on one whose
	 * values are rarer, which rules out cycles.
	 */
	private boolean mayDepend(int field, int parent) {
		return field != parent && this.comparisons.get(field).role().mayFollow()
				&& this.comparisons.get(parent).role().mayLead() && isRarer(parent, field);
	}

	private boolean isRarer(int parent, int field) {
		int order = Double.compare(this.frequencies[parent].collision(), this.frequencies[field].collision());
		return order < 0 || (order == 0 && parent < field);
	}

	private double[] marginal(int field, PairSample sample) {
		double[] counts = new double[this.comparisons.get(field).levels().size()];
		double total = 0;
		for (int pair = 0; pair < sample.size(); pair++) {
			int state = sample.state(field, pair);
			if (state > 0) {
				counts[state - 1]++;
				total++;
			}
		}
		for (int level = 0; level < counts.length; level++) {
			counts[level] = (counts[level] + 0.5) / (total + 0.5 * counts.length);
		}
		counts[0] = Math.min(counts[0], Math.max(this.frequencies[field].collision(), 1e-9));
		return counts;
	}

	/**
	 * Returns how a field agrees among others than matches, given how another does; empty
	 * when too little is known.
	 */
	private double[][] given(int field, int parent, PairSample sample, PairSample equal) {
		double[] marginal = this.random[field][0];
		double[][] counts = new double[this.comparisons.get(parent).levels().size() + 1][marginal.length];
		count(field, parent, sample, false, counts);
		double counted = count(field, parent, equal, true, counts);
		if (counted < FEWEST || (this.comparisons.get(field).role() == ColumnRole.FAMILY_NAME
				&& counted < RELATIVES * equal.size())) {
			return new double[0][];
		}
		counts[0] = marginal;
		for (int state = 1; state < counts.length; state++) {
			double total = Arrays.stream(counts[state]).sum();
			for (int level = 0; level < marginal.length; level++) {
				counts[state][level] = (counts[state][level] + STRENGTH * marginal[level]) / (total + STRENGTH);
			}
		}
		return counts;
	}

	private double count(int field, int parent, PairSample sample, boolean equal, double[][] counts) {
		double counted = 0;
		for (int pair = 0; pair < sample.size(); pair++) {
			int state = sample.state(parent, pair);
			int level = sample.state(field, pair) - 1;
			if (state > 0 && level >= 0 && (state == 1) == equal && others(field, parent, sample, pair) < DIFFERENT) {
				counts[state][level]++;
				counted++;
			}
		}
		return counted;
	}

	/**
	 * Returns the rough weight of the other fields. What relatives and neighbours share
	 * speaks only against a match, never for one; marks that agree say nothing.
	 */
	private double others(int field, int parent, PairSample sample, int pair) {
		double weight = 0;
		for (int other = 0; other < this.random.length; other++) {
			int level = sample.state(other, pair) - 1;
			if (other != field && other != parent && level >= 0 && !this.comparisons.get(other).isMark()) {
				double[] u = this.random[other][0];
				double own = Math.log(LevelShares.start(u.length)[level] / u[level]);
				weight += isShared(this.comparisons.get(other).role()) ? Math.min(0, own) : own;
			}
		}
		return weight;
	}

	private static boolean isShared(ColumnRole role) {
		return role.isLocation() || role == ColumnRole.HOUSE_NUMBER || role == ColumnRole.FAMILY_NAME
				|| role == ColumnRole.PHONE;
	}

	/**
	 * Returns whether a field that follows from no other yet may follow from another:
	 * both tell a location, and values of the other are rarer.
	 */
	boolean mayFollow(int field, int parent) {
		ColumnRole role = this.comparisons.get(field).role();
		return this.parents[field] < 0 && field != parent && (role.isLocation() || role == ColumnRole.HOUSE_NUMBER)
				&& this.comparisons.get(parent).role().isLocation() && isRarer(parent, field);
	}

	/**
	 * Lets a field follow from another among matches, though not among others.
	 */
	void follow(int field, int parent) {
		double[][] states = new double[this.comparisons.get(parent).levels().size() + 1][];
		Arrays.fill(states, this.random[field][0]);
		this.random[field] = states;
		this.parents[field] = parent;
	}

	/** Returns the field that a field depends on, or -1. */
	int parent(int field) {
		return this.parents[field];
	}

	/**
	 * Returns whether the frequency of a term says more: not when the agreement follows
	 * from another field's.
	 */
	boolean usesTerms(int field, int state) {
		return this.random[field][state][0] < LIFT * this.random[field][0][0];
	}

	/**
	 * Probabilities of a field's levels among random pairs, for each state of the field
	 * depended on.
	 */
	double[][] random(int field) {
		return this.random[field];
	}

}
