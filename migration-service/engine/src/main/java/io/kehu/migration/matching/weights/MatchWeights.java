package io.kehu.migration.matching.weights;

import java.util.Arrays;
import java.util.List;

import io.kehu.migration.matching.field.FieldComparison;

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

	private final double prior;

	private final FieldDependencies dependencies;

	/** By field, state of the field depended on, and level. */
	private final double[][][] levelWeights;

	private final float[][] termWeights;

	/** By field and level, the most that the level can weigh without its term. */
	private final double[][] most;

	/** By field, the most that two differing values can weigh. */
	private final double[] mostDiffering;

	private final List<FieldModel> fields;

	MatchWeights(List<FieldComparison> comparisons, double prior, FieldDependencies dependencies,
			double[][][] levelWeights, float[][] termWeights, List<FieldModel> fields) {
		this.fields = List.copyOf(fields);
		this.comparisons = comparisons;
		this.prior = prior;
		this.dependencies = dependencies;
		this.levelWeights = levelWeights;
		this.termWeights = termWeights;
		this.most = new double[comparisons.size()][];
		this.mostDiffering = new double[comparisons.size()];
		for (int field = 0; field < this.most.length; field++) {
			this.most[field] = new double[levelWeights[field][0].length];
			Arrays.fill(this.most[field], LOWEST);
			for (double[] state : levelWeights[field]) {
				for (int level = 0; level < state.length; level++) {
					this.most[field][level] = Math.max(this.most[field][level], state[level]);
				}
			}
			this.mostDiffering[field] = Arrays.stream(this.most[field]).skip(1).max().orElse(0);
		}
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
		FieldComparison comparison = this.comparisons.get(field);
		return comparison.compare(comparison.code(left), comparison.code(right));
	}

	private double ofResult(int field, int result, int parentResult) {
		int state = (parentResult < 0) ? 0 : FieldComparison.level(parentResult) + 1;
		double weight = this.levelWeights[field][state][FieldComparison.level(result)];
		int term = FieldComparison.term(result);
		if (term >= 0 && this.dependencies.usesTerms(field, state)) {
			weight += this.termWeights[field][term];
		}
		return Math.max(LOWEST, Math.min(HIGHEST, weight));
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
		for (int field = 0; field < results.length; field++) {
			if (results[field] != FieldComparison.MISSING) {
				int parent = parent(field);
				total += ofResult(field, results[field], (parent < 0) ? FieldComparison.MISSING : results[parent]);
			}
		}
		return total;
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
				bound += ((result < 0) ? 0 : this.most[field][FieldComparison.level(result)])
						- this.mostDiffering[field];
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
		int term = FieldComparison.term(result);
		return this.most[field][FieldComparison.level(result)]
				+ ((term < 0) ? 0 : Math.max(0, this.termWeights[field][term]));
	}

	private boolean isSlow(int field, int left, int right) {
		FieldComparison comparison = this.comparisons.get(field);
		int one = comparison.code(left);
		int other = comparison.code(right);
		return one >= 0 && other >= 0 && one != other && !comparison.role().isName();
	}

	/** Returns an array for the results of one pair. */
	public int[] room() {
		return new int[this.comparisons.size()];
	}

}
