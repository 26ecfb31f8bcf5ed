package io.kehu.migration.matching.clusters;

import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.weights.MatchWeights;

/**
 * Weighs two clusters against each other on the evidence of all their members: each value
 * of the smaller one is explained by the values of the larger one taken as a mixture, so
 * that one record alike is not enough where the others contradict.
 */
final class ClusterWeights {

	private static final int CACHE = 1 << 16;

	private final MatchWeights weights;

	private final long[] keys = new long[CACHE];

	private final double[] ratios = new double[CACHE];

	private final double[] relatives = new double[CACHE];

	ClusterWeights(MatchWeights weights) {
		this.weights = weights;
	}

	/** Returns the match weight of two clusters in bits, with the prior. */
	double between(ClusterProfile one, ClusterProfile other) {
		ClusterProfile smaller = (one.size() < other.size()) ? one : other;
		ClusterProfile larger = (smaller == one) ? other : one;
		double total = this.weights.prior();
		for (int field = 0; field < one.fields(); field++) {
			total += field(field, smaller, larger, this.ratios);
		}
		if (!this.weights.hasRelatives()) {
			return total;
		}
		double relative = this.weights.relativesPrior();
		for (int field = 0; field < one.fields(); field++) {
			relative += field(field, smaller, larger, this.relatives);
		}
		return total - this.weights.ofHousehold(relative);
	}

	private double field(int field, ClusterProfile smaller, ClusterProfile larger, double[] cache) {
		return (smaller.size() == larger.size())
				? (side(field, smaller, larger, cache) + side(field, larger, smaller, cache)) / 2
				: side(field, smaller, larger, cache);
	}

	private double side(int field, ClusterProfile explained, ClusterProfile explaining, double[] cache) {
		int[] values = explained.standing(field);
		int[] sources = explaining.standing(field);
		if (values.length == 0 || sources.length == 0) {
			return 0;
		}
		int[] sourceCounts = explaining.counts(field);
		double sum = 0;
		int weight = 0;
		for (int i = 0; i < values.length; i++) {
			double mixture = 0;
			int present = 0;
			for (int j = 0; j < sources.length; j++) {
				mixture += sourceCounts[j] * ratio(field, values[i], sources[j], cache);
				present += sourceCounts[j];
			}
			int count = explained.counts(field)[i];
			sum += count * Math.log(mixture / present);
			weight += count;
		}
		return sum / weight / Math.log(2);
	}

	private double ratio(int field, int left, int right, double[] cache) {
		long key = key(field, left, right);
		int slot = (int) (key >>> 48);
		if (this.keys[slot] != key) {
			this.keys[slot] = key;
			this.ratios[slot] = Math.pow(2, this.weights.ofRows(field, left, right));
			this.relatives[slot] = this.weights.hasRelatives()
					? Math.pow(2, this.weights.ofRelatives(field, left, right, this.weights.parent(field))) : 1;
		}
		return cache[slot];
	}

	/** Returns a hash of all that the ratio depends on, wide enough to stand for it. */
	private long key(int field, int left, int right) {
		long key = mix(field + 1, this.weights.comparisons().get(field), left, right);
		int parent = this.weights.parent(field);
		return (parent < 0) ? key : mix(key, this.weights.comparisons().get(parent), left, right);
	}

	private static long mix(long seed, FieldComparison comparison, int left, int right) {
		long key = seed * 0x9E3779B97F4A7C15L ^ (long) comparison.code(left) << 32
				^ (comparison.code(right) & 0xFFFFFFFFL);
		key = (key ^ key >>> 32) * 0xD6E8FEB86659FD93L;
		key = (key ^ key >>> 29) * 0xBF58476D1CE4E5B9L;
		return key ^ key >>> 32;
	}

}
