package io.kehu.migration.matching;

import java.util.Map;

import io.kehu.migration.matching.field.ColumnRole;

/**
 * The settings of a linkage. The defaults suit person-like data without tuning.
 *
 * @param matchProbability the probability from which records are joined without review
 * @param reviewProbability the probability from which a pair is reviewed
 * @param acrossSources whether each source holds each entity once, so that only records
 * of different sources are joined
 * @param roles roles of columns by name, where they override detection
 * @param seed of the random pairs; the same seed and data give the same result
 */
public record LinkageSettings(double matchProbability, double reviewProbability, boolean acrossSources,
		Map<String, ColumnRole> roles, long seed) {

	public LinkageSettings {
		if (!(reviewProbability > 0 && reviewProbability <= matchProbability && matchProbability < 1)) {
			throw new IllegalArgumentException("0 < review probability <= match probability < 1 is needed");
		}
		roles = Map.copyOf(roles);
	}

	public static LinkageSettings defaults() {
		return new LinkageSettings(0.9, 0.2, false, Map.of(), 42);
	}

	/** Returns the same settings, for sources that hold each entity once. */
	public LinkageSettings acrossSourcesOnly() {
		return new LinkageSettings(this.matchProbability, this.reviewProbability, true, this.roles, this.seed);
	}

	/** Returns the same settings, with some columns' roles known. */
	public LinkageSettings withRoles(Map<String, ColumnRole> known) {
		return new LinkageSettings(this.matchProbability, this.reviewProbability, this.acrossSources, known, this.seed);
	}

	double matchWeight() {
		return logOdds(this.matchProbability);
	}

	double reviewWeight() {
		return logOdds(this.reviewProbability);
	}

	private static double logOdds(double probability) {
		return Math.log(probability / (1 - probability)) / Math.log(2);
	}

}
