package io.kehu.migration.matching.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.kehu.migration.matching.progress.ProgressCounter;

/**
 * Joins the records of one connected component bottom-up: always the two clusters with
 * the greatest weight, as long as it reaches the threshold. A weak bridge between two
 * clusters that contradict each other is never crossed.
 */
final class Agglomeration {

	/** The number of weighings between two chances to cancel. */
	private static final int OFTEN = 64;

	private final ClusterWeights weights;

	private final Constraints constraints;

	private final double threshold;

	private final ProgressCounter tally;

	private int weighed;

	private final Map<Integer, ClusterProfile> clusters = new TreeMap<>();

	private final Map<Integer, TreeSet<Integer>> neighbours = new TreeMap<>();

	private final Map<Integer, Integer> versions = new HashMap<>();

	private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparingDouble(Candidate::weight)
		.reversed()
		.thenComparingInt(Candidate::left)
		.thenComparingInt(Candidate::right));

	Agglomeration(ClusterWeights weights, Constraints constraints, double threshold, ProgressCounter tally) {
		this.weights = weights;
		this.constraints = constraints;
		this.threshold = threshold;
		this.tally = tally;
	}

	/** Adds a record to the cluster of that id, which may be new. */
	void add(int id, ClusterProfile record) {
		this.clusters.merge(id, record, ClusterProfile::with);
		this.neighbours.computeIfAbsent(id, (key) -> new TreeSet<>());
		this.versions.put(id, 0);
	}

	/** States that two clusters have records that may match. */
	void connect(int left, int right) {
		if (left != right) {
			around(left).add(right);
			around(right).add(left);
		}
	}

	/** Joins what belongs together. */
	void run() {
		this.neighbours.forEach((left, others) -> others.tailSet(left, false).forEach((right) -> propose(left, right)));
		while (!this.queue.isEmpty()) {
			Candidate best = this.queue.remove();
			if (isCurrent(best)) {
				join(best.left(), best.right());
			}
		}
	}

	private boolean isCurrent(Candidate candidate) {
		return this.clusters.containsKey(candidate.left()) && this.clusters.containsKey(candidate.right())
				&& version(candidate.left()) + version(candidate.right()) == candidate.version();
	}

	private int version(int id) {
		return this.versions.getOrDefault(id, 0);
	}

	private void propose(int left, int right) {
		ClusterProfile one = cluster(left);
		ClusterProfile other = cluster(right);
		double weight = between(one, other);
		if (weight >= this.threshold && this.constraints.mayJoin(one, other)) {
			this.queue.add(new Candidate(weight, Math.min(left, right), Math.max(left, right),
					version(left) + version(right)));
		}
	}

	/** Weighs two clusters, with a chance to cancel now and then. */
	private double between(ClusterProfile one, ClusterProfile other) {
		if (++this.weighed % OFTEN == 0) {
			this.tally.add(0);
		}
		return this.weights.between(one, other);
	}

	private ClusterProfile cluster(int id) {
		ClusterProfile cluster = this.clusters.get(id);
		if (cluster == null) {
			throw new IllegalArgumentException("No cluster %d".formatted(id));
		}
		return cluster;
	}

	private void join(int left, int right) {
		this.clusters.put(left, cluster(left).with(cluster(right)));
		this.clusters.remove(right);
		this.versions.merge(left, 1, Integer::sum);
		Set<Integer> around = around(left);
		around.addAll(around(right));
		this.neighbours.remove(right);
		around.remove(left);
		around.remove(right);
		for (int next : around) {
			Set<Integer> others = around(next);
			others.remove(right);
			others.add(left);
			propose(left, next);
		}
	}

	private Set<Integer> around(int id) {
		return this.neighbours.getOrDefault(id, new TreeSet<>());
	}

	/** Returns the clusters as they stand. */
	List<ClusterProfile> clusters() {
		return new ArrayList<>(this.clusters.values());
	}

	/**
	 * Returns the pairs of clusters that did not become one, though their weight reaches
	 * a lower threshold.
	 */
	List<Doubt> doubts(double least) {
		List<Doubt> doubts = new ArrayList<>();
		this.neighbours.forEach((left, others) -> others.tailSet(left, false).forEach((right) -> {
			double weight = between(cluster(left), cluster(right));
			if (weight >= least) {
				doubts.add(new Doubt(cluster(left), cluster(right), weight));
			}
		}));
		return doubts;
	}

	/**
	 * Two clusters that may be one.
	 *
	 * @param one a cluster
	 * @param other another
	 * @param weight their match weight
	 */
	record Doubt(ClusterProfile one, ClusterProfile other, double weight) {
	}

	private record Candidate(double weight, int left, int right, int version) {
	}

}
