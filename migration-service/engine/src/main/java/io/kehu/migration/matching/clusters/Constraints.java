package io.kehu.migration.matching.clusters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Records that must not be joined, whatever the evidence: those that a reviewer has
 * decided to be different, those that contradict each other, those of different known
 * entities, and, when each source holds each entity once, those of one source.
 */
public final class Constraints {

	/** Entity of a record of which none is known. */
	public static final int UNKNOWN = -1;

	private final int[] sources;

	private final int[] known;

	private final boolean acrossSources;

	private final Map<Integer, Set<Integer>> apart = new HashMap<>();

	/**
	 * Holds the constraints of some records.
	 * @param sources the source of each record
	 * @param known the known entity of each record, or {@link #UNKNOWN}
	 * @param acrossSources whether records of one source are always different
	 */
	public Constraints(int[] sources, int[] known, boolean acrossSources) {
		this.sources = sources;
		this.known = known;
		this.acrossSources = acrossSources;
	}

	/** Marks two records as different. */
	public void tellApart(int left, int right) {
		this.apart.computeIfAbsent(left, (key) -> new HashSet<>()).add(right);
		this.apart.computeIfAbsent(right, (key) -> new HashSet<>()).add(left);
	}

	boolean areToldApart(int left, int right) {
		return this.apart.getOrDefault(left, Set.of()).contains(right);
	}

	/** Returns whether comparing two records can lead anywhere. */
	public boolean mayCompare(int left, int right) {
		return !(this.acrossSources && this.sources[left] == this.sources[right])
				&& (this.known[left] == UNKNOWN || this.known[right] == UNKNOWN);
	}

	/** Returns whether two clusters may become one. */
	boolean mayJoin(ClusterProfile one, ClusterProfile other) {
		int first = knownEntity(one);
		int second = knownEntity(other);
		if (first != UNKNOWN && second != UNKNOWN && second != first) {
			return false;
		}
		if (this.acrossSources && sharesSource(one, other)) {
			return false;
		}
		return !one.contradicts(other) && !one.lacksEvidence(other, first != UNKNOWN || second != UNKNOWN)
				&& (this.apart.isEmpty() || !holdsToldApart(one, other));
	}

	private int knownEntity(ClusterProfile cluster) {
		for (int row : cluster.rows()) {
			if (this.known[row] != UNKNOWN) {
				return this.known[row];
			}
		}
		return UNKNOWN;
	}

	private boolean sharesSource(ClusterProfile one, ClusterProfile other) {
		for (int left : one.rows()) {
			for (int right : other.rows()) {
				if (this.sources[left] == this.sources[right]) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean holdsToldApart(ClusterProfile one, ClusterProfile other) {
		for (int left : one.rows()) {
			Set<Integer> strangers = this.apart.get(left);
			if (strangers != null) {
				for (int right : other.rows()) {
					if (strangers.contains(right)) {
						return true;
					}
				}
			}
		}
		return false;
	}

}
