package io.kehu.migration.matching.weights;

import java.util.Arrays;
import java.util.List;

import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.field.RecordCodes;

/**
 * Match weights in bits, as learnt: log2 of how much likelier an agreement is among
 * matches than among others (Fellegi and Sunter 1969), given the agreement of the field
 * that it depends on, and adjusted by the frequency of the term agreed upon (Winkler
 * 2000).
 */
public final class MatchWeights {

	static final double LOWEST = -12;

	static final double HIGHEST = 30;

	private final List<FieldComparison> comparisons;

	private final FieldComparison[] compared;

	/** By field, whether it is a part of names, which are compared first. */
	private final boolean[] named;

	private final RecordCodes codes;

	private final double prior;

	private final FieldDependencies dependencies;

	/** By field, state of the field depended on, and level. */
	private final double[][][] levelWeights;

	private final float[][] termWeights;

	/** By field and level, the most that the level can weigh without its term. */
	private final double[][] most;

	/** By field, the most that two differing values can weigh. */
	private final double[] mostDiffering;

	/** By field, the least that it can weigh. */
	private final double[] lowest;

	private final List<FieldModel> fields;

	private final double[][][] strangers;

	private final Relatives relatives;

	private final double[][][] relativeWeights;

	private final double relativesPrior;

	MatchWeights(List<FieldComparison> comparisons, RecordCodes codes, FieldDependencies dependencies,
			LearntWeights learnt, Relatives relatives, List<FieldModel> fields) {
		this.fields = List.copyOf(fields);
		this.comparisons = comparisons;
		this.codes = codes;
		this.compared = comparisons.toArray(FieldComparison[]::new);
		this.named = new boolean[this.compared.length];
		this.prior = learnt.prior();
		this.dependencies = dependencies;
		this.levelWeights = learnt.levels();
		this.termWeights = learnt.terms();
		this.strangers = learnt.strangers();
		this.relatives = relatives;
		this.relativeWeights = relatives.weights(learnt.strangers());
		this.relativesPrior = relatives.exist() ? relatives.prior(learnt.lambda()) : 0;
		this.lowest = new double[comparisons.size()];
		this.most = new double[comparisons.size()][];
		this.mostDiffering = new double[comparisons.size()];
		for (int field = 0; field < this.most.length; field++) {
			this.named[field] = comparisons.get(field).role().isName();
			this.most[field] = new double[this.levelWeights[field][0].length];
			this.lowest[field] = (comparisons.get(field).setWeights() != null) ? -HIGHEST * 2 : LOWEST;
			Arrays.fill(this.most[field], this.lowest[field]);
			for (double[] state : this.levelWeights[field]) {
				for (int level = 0; level < state.length; level++) {
					this.most[field][level] = Math.max(this.most[field][level], state[level]);
				}
			}
			this.mostDiffering[field] = mostDiffering(field);
		}
	}

	/**
	 * Returns the most that two differing values can weigh. Only terms with a set weight
	 * add to it, and only there may differing values agree at the best level.
	 */
	private double mostDiffering(int field) {
		float[] set = this.comparisons.get(field).setTermWeights();
		return Arrays.stream(this.most[field]).skip((set != null) ? 0 : 1).max().orElse(0)
				+ ((set != null) ? set[set.length - 1] : 0);
	}

	public List<FieldComparison> comparisons() {
		return this.comparisons;
	}

	/** Returns what was learnt, for people. */
	public List<FieldModel> fields() {
		return this.fields;
	}

	/** Returns a number that tells these weights from others. */
	public long fingerprint() {
		long print = Double.doubleToLongBits(this.prior);
		for (int field = 0; field < this.levelWeights.length; field++) {
			print = print * 31 + this.comparisons.get(field).name().hashCode();
			print = print * 31 + Arrays.deepHashCode(this.levelWeights[field]);
			print = print * 31 + Arrays.hashCode(this.termWeights[field]);
		}
		print = print * 31 + Double.doubleToLongBits(this.relativesPrior);
		return print;
	}

	/** Returns the field that a field depends on, or -1. */
	public int parent(int field) {
		return this.dependencies.parent(field);
	}

	/** Returns log2 odds that two records taken at random match. */
	public double prior() {
		return this.prior;
	}

	/** Returns the weight of one field for two records. */
	public double ofRows(int field, int left, int right) {
		int result = compare(field, left, right);
		if (result == FieldComparison.MISSING) {
			return 0;
		}
		int parent = parent(field);
		return ofResult(field, result, (parent < 0) ? FieldComparison.MISSING : compare(parent, left, right));
	}

	private int compare(int field, int left, int right) {
		return this.compared[field].compare(this.codes.code(left, field), this.codes.code(right, field));
	}

	private double ofResult(int field, int result, int parentResult) {
		int state = (parentResult < 0) ? 0 : FieldComparison.level(parentResult) + 1;
		double weight = this.levelWeights[field][state][FieldComparison.level(result)];
		int term = FieldComparison.term(result);
		if (term >= 0 && this.dependencies.usesTerms(field, state)) {
			weight += this.termWeights[field][term];
		}
		return Math.max(this.lowest[field], Math.min(HIGHEST, weight));
	}

	/**
	 * Returns the weight of all fields together for two records, with the prior.
	 * @param left a record
	 * @param right another
	 * @param results room for a result a field
	 * @return the weight
	 */
	public double total(int left, int right, int[] results) {
		for (int field = 0; field < results.length; field++) {
			results[field] = compare(field, left, right);
		}
		double total = this.prior;
		double relative = this.relativesPrior;
		for (int field = 0; field < results.length; field++) {
			if (results[field] != FieldComparison.MISSING) {
				int parent = parent(field);
				int parentResult = (parent < 0) ? FieldComparison.MISSING : results[parent];
				total += ofResult(field, results[field], parentResult);
				relative += ofRelatives(field, results[field], parentResult);
			}
		}
		return total - ofHousehold(relative);
	}

	/**
	 * Returns the weight of one field for two records as those of relatives, against
	 * strangers.
	 */
	public double ofRelatives(int field, int left, int right, int parent) {
		int result = compare(field, left, right);
		return (result == FieldComparison.MISSING) ? 0
				: ofRelatives(field, result, (parent < 0) ? FieldComparison.MISSING : compare(parent, left, right));
	}

	private double ofRelatives(int field, int result, int parentResult) {
		if (!this.relatives.exist()) {
			return 0;
		}
		int state = (parentResult < 0) ? 0 : FieldComparison.level(parentResult) + 1;
		int level = FieldComparison.level(result);
		int term = FieldComparison.term(result);
		double weight = this.relativeWeights[field][state][level]
				+ this.relatives.termWeight(field, level, this.strangers[field][state][level],
						(term >= 0 && this.dependencies.usesTerms(field, state)) ? this.termWeights[field][term] : 0);
		return Math.max(LOWEST, Math.min(HIGHEST, weight));
	}

	/** Returns whether different persons may share a household. */
	public boolean hasRelatives() {
		return this.relatives.exist();
	}

	/** Returns log2 odds that two records taken at random are of relatives. */
	public double relativesPrior() {
		return this.relativesPrior;
	}

	/**
	 * Returns the bits that a match loses to the chance that its records are of relatives
	 * who share a household.
	 * @param relative the weight of the pair as relatives, with their prior
	 */
	public double ofHousehold(double relative) {
		return (!this.relatives.exist() || relative < LOWEST) ? 0 : Math.log1p(Math.pow(2, relative)) / Math.log(2);
	}

	/**
	 * Returns whether {@link #total} may reach a threshold; most pairs fail after one or
	 * two fields.
	 * @param left a record
	 * @param right another
	 * @param least the threshold
	 * @return false only when the weight is certainly less
	 */
	public boolean mayReach(int left, int right, double least) {
		double bound = this.prior;
		for (int field = 0; field < this.most.length; field++) {
			bound += quickBound(field, left, right);
		}
		for (int field = 0; field < this.most.length && bound >= least; field++) {
			if (isSlow(field, left, right)) {
				int result = compare(field, left, right);
				bound += ((result < 0) ? 0 : bound(field, result)) - this.mostDiffering[field];
			}
		}
		return bound >= least;
	}

	private double quickBound(int field, int left, int right) {
		if (isSlow(field, left, right)) {
			return this.mostDiffering[field];
		}
		int result = compare(field, left, right);
		if (result == FieldComparison.MISSING) {
			return 0;
		}
		return bound(field, result);
	}

	private double bound(int field, int result) {
		int term = FieldComparison.term(result);
		return this.most[field][FieldComparison.level(result)]
				+ ((term < 0) ? 0 : Math.max(0, this.termWeights[field][term]));
	}

	private boolean isSlow(int field, int left, int right) {
		if (this.named[field]) {
			return false;
		}
		int one = this.codes.code(left, field);
		int other = this.codes.code(right, field);
		return one >= 0 && other >= 0 && one != other && !this.compared[field].isSame(one, other);
	}

	/** Returns an array for the results of one pair. */
	public int[] room() {
		return new int[this.comparisons.size()];
	}

}
