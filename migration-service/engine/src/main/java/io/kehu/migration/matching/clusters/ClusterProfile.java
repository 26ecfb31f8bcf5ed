package io.kehu.migration.matching.clusters;

import java.util.Arrays;

import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.weights.MatchWeights;

/**
 * A cluster as a whole: its records, and for each field its distinct values with their
 * counts. A record stands for a value, because a value counts together with that of the
 * field it depends on.
 */
final class ClusterProfile {

	private static final int[] NONE = new int[0];

	private final MatchWeights weights;

	private final int[] rows;

	private final int size;

	private final int[][] standing;

	private final int[][] counts;

	private ClusterProfile(MatchWeights weights, int[] rows, int size, int[][] standing, int[][] counts) {
		this.weights = weights;
		this.rows = rows;
		this.size = size;
		this.standing = standing;
		this.counts = counts;
	}

	/**
	 * Returns the profile of a record that stands for several equal ones.
	 * @param row the record
	 * @param count how many it stands for
	 * @param weights the fields
	 */
	static ClusterProfile of(int row, int count, MatchWeights weights) {
		int fields = weights.comparisons().size();
		int[][] standing = new int[fields][];
		int[][] counts = new int[fields][];
		int[] rows = { row };
		int[] times = { count };
		for (int field = 0; field < fields; field++) {
			boolean missing = weights.comparisons().get(field).code(row) < 0;
			standing[field] = missing ? NONE : rows;
			counts[field] = missing ? NONE : times;
		}
		return new ClusterProfile(weights, rows, count, standing, counts);
	}

	/** Returns this profile merged with another. */
	ClusterProfile with(ClusterProfile other) {
		int[] all = Arrays.copyOf(this.rows, this.rows.length + other.rows.length);
		System.arraycopy(other.rows, 0, all, this.rows.length, other.rows.length);
		int[][] mergedStanding = new int[this.standing.length][];
		int[][] mergedCounts = new int[this.standing.length][];
		for (int field = 0; field < mergedStanding.length; field++) {
			merge(field, other, mergedStanding, mergedCounts);
		}
		return new ClusterProfile(this.weights, all, this.size + other.size, mergedStanding, mergedCounts);
	}

	private void merge(int field, ClusterProfile other, int[][] mergedStanding, int[][] mergedCounts) {
		int size = this.standing[field].length;
		int[] merged = Arrays.copyOf(this.standing[field], size + other.standing[field].length);
		int[] count = Arrays.copyOf(this.counts[field], merged.length);
		for (int i = 0; i < other.standing[field].length; i++) {
			int at = 0;
			while (at < size && !sameValue(field, merged[at], other.standing[field][i])) {
				at++;
			}
			if (at == size) {
				merged[size++] = other.standing[field][i];
			}
			count[at] += other.counts[field][i];
		}
		mergedStanding[field] = Arrays.copyOf(merged, size);
		mergedCounts[field] = Arrays.copyOf(count, size);
	}

	private boolean sameValue(int field, int left, int right) {
		FieldComparison comparison = this.weights.comparisons().get(field);
		if (comparison.code(left) != comparison.code(right)) {
			return false;
		}
		int parent = this.weights.parent(field);
		if (parent < 0) {
			return true;
		}
		FieldComparison above = this.weights.comparisons().get(parent);
		return above.code(left) == above.code(right);
	}

	/**
	 * Returns whether a field of this cluster contradicts that of another, so that only a
	 * person can join the two.
	 */
	boolean contradicts(ClusterProfile other) {
		for (int field = 0; field < this.standing.length; field++) {
			FieldComparison comparison = this.weights.comparisons().get(field);
			if (comparison.tellsApart() && this.standing[field].length > 0 && other.standing[field].length > 0
					&& !agree(comparison, this.standing[field], other.standing[field])) {
				return true;
			}
		}
		return false;
	}

	private static boolean agree(FieldComparison comparison, int[] own, int[] others) {
		for (int left : own) {
			for (int right : others) {
				if (!comparison.contradict(comparison.code(left), comparison.code(right))) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Returns whether too little beside names joins this cluster with another, so that
	 * only a person can do so.
	 * @param known whether one of the clusters holds a known record
	 */
	boolean lacksEvidence(ClusterProfile other, boolean known) {
		return JointEvidence.isLacking(this.weights, this, other, known);
	}

	/** Returns how many records there are, equal ones counted. */
	int size() {
		return this.size;
	}

	int[] rows() {
		return this.rows;
	}

	int fields() {
		return this.standing.length;
	}

	/** Returns a record for each distinct value of a field. */
	int[] standing(int field) {
		return this.standing[field];
	}

	/** Returns how many records have each distinct value of a field. */
	int[] counts(int field) {
		return this.counts[field];
	}

}
