package io.kehu.migration.matching.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.kehu.migration.matching.field.EqualRecords;
import io.kehu.migration.matching.pairs.Grouping;
import io.kehu.migration.matching.pairs.PairList;
import io.kehu.migration.matching.progress.ProgressCounter;
import io.kehu.migration.matching.weights.MatchWeights;
import org.jspecify.annotations.Nullable;

/**
 * Divides the records into clusters, several connected components in parallel.
 */
public final class Clustering {

	private static final int TASKS = 64;

	/** The number of records between two reports of progress. */
	private static final int OFTEN = 500;

	private final MatchWeights weights;

	private final Constraints constraints;

	private final double matchWeight;

	private final double reviewWeight;

	private final EqualRecords rows;

	private final List<int[]> clusters = new ArrayList<>();

	private final List<ReviewPair> review = new ArrayList<>();

	private final Bridges bridges = new Bridges();

	/**
	 * Prepares clustering.
	 * @param weights the weights
	 * @param constraints which records must not be joined
	 * @param matchWeight the weight from which on clusters are joined
	 * @param reviewWeight the weight from which on a pair is reviewed
	 * @param rows the groups of equal records, each of which is clustered as one record
	 */
	public Clustering(MatchWeights weights, Constraints constraints, double matchWeight, double reviewWeight,
			EqualRecords rows) {
		this.weights = weights;
		this.constraints = constraints;
		this.matchWeight = matchWeight;
		this.reviewWeight = reviewWeight;
		this.rows = rows;
	}

	/**
	 * Clusters the records.
	 * @param pairs the pairs that may match
	 * @param certain what belongs together in any case
	 * @param share receives the share done, on any thread
	 */
	public void run(PairList pairs, Components certain, DoubleConsumer share) {
		share.accept(0);
		Components components = new Components(this.rows.size());
		for (int row = 0; row < this.rows.size(); row++) {
			components.join(row, certain.root(row));
		}
		for (int i = 0; i < pairs.size(); i++) {
			components.join(pairs.left(i), pairs.right(i));
		}
		Grouping members = Grouping.of(this.rows.size(), components::root);
		Grouping edges = Grouping.of(pairs.size(), (pair) -> components.root(pairs.right(pair)));
		ProgressCounter tally = new ProgressCounter(this.rows.size(), share);
		List<Outcome> outcomes = IntStream.range(0, TASKS)
			.parallel()
			.mapToObj((task) -> task(task, members, edges, pairs, certain, tally))
			.toList();
		for (Outcome outcome : outcomes) {
			this.clusters.addAll(outcome.clusters());
			this.review.addAll(outcome.review());
			this.bridges.addAll(outcome.bridges());
		}
		this.clusters.sort(Comparator.comparingInt((cluster) -> cluster[0]));
		this.review.sort(Comparator.comparingDouble(ReviewPair::weight)
			.reversed()
			.thenComparingInt(ReviewPair::left)
			.thenComparingInt(ReviewPair::right));
	}

	/** Returns one in so many of the components. */
	private Outcome task(int task, Grouping members, Grouping edges, PairList pairs, Components certain,
			ProgressCounter tally) {
		Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new Bridges(), tally);
		ClusterWeights clusterWeights = new ClusterWeights(this.weights);
		int done = 0;
		for (int i = task; i < members.groups(); i += TASKS) {
			int[] group = members.group(i);
			if (group.length == 1) {
				outcome.clusters().add(group);
			}
			else {
				component(group, edges.groupOf(members.key(i)), pairs, certain, outcome, clusterWeights);
			}
			done += group.length;
			if (done >= OFTEN) {
				tally.add(done);
				done = 0;
			}
		}
		tally.add(done);
		return outcome;
	}

	private void component(int[] group, int[] edges, PairList pairs, Components certain, Outcome outcome,
			ClusterWeights clusterWeights) {
		Agglomeration agglomeration = new Agglomeration(clusterWeights, this.constraints, this.matchWeight,
				outcome.tally());
		for (int row : group) {
			agglomeration.add(certain.peek(row), ClusterProfile.of(row, this.rows.size(row), this.weights));
		}
		for (int edge : edges) {
			long pair = pairs.get(edge);
			agglomeration.connect(certain.peek((int) (pair >> 32)), certain.peek((int) pair));
		}
		agglomeration.run();
		List<ClusterProfile> found = agglomeration.clusters();
		for (ClusterProfile cluster : found) {
			int[] sorted = cluster.rows().clone();
			Arrays.sort(sorted);
			outcome.clusters().add(sorted);
		}
		if (found.size() > 1) {
			bridges(found, edges, pairs, outcome.bridges());
		}
		for (Agglomeration.Doubt doubt : agglomeration.doubts(this.reviewWeight)) {
			outcome.tally().add(0);
			ReviewPair pair = likeliest(doubt);
			if (pair != null) {
				outcome.review().add(pair);
			}
		}
	}

	/** Records the pairs that match by themselves and lie in different clusters. */
	private void bridges(List<ClusterProfile> found, int[] edges, PairList pairs, Bridges cut) {
		Map<Integer, Integer> clusterOf = new HashMap<>();
		for (int i = 0; i < found.size(); i++) {
			for (int row : found.get(i).rows()) {
				clusterOf.put(row, i);
			}
		}
		int[] room = this.weights.room();
		for (int edge : edges) {
			int left = pairs.left(edge);
			int right = pairs.right(edge);
			if (!Objects.equals(clusterOf.get(left), clusterOf.get(right))) {
				double weight = this.weights.total(left, right, room);
				if (weight >= this.matchWeight) {
					cut.add(new CutBridge(left, right, weight));
				}
			}
		}
	}

	/**
	 * Returns the pair that speaks most for joining two clusters, unless a person has
	 * told the two apart or all pairs are of known records.
	 */
	private @Nullable ReviewPair likeliest(Agglomeration.Doubt doubt) {
		ReviewPair best = null;
		int[] room = this.weights.room();
		double highest = Double.NEGATIVE_INFINITY;
		for (int left : doubt.one().rows()) {
			for (int right : doubt.other().rows()) {
				if (this.constraints.areToldApart(left, right)) {
					return null;
				}
				double weight = this.constraints.mayCompare(left, right) ? this.weights.total(left, right, room)
						: Double.NEGATIVE_INFINITY;
				if (weight > highest) {
					highest = weight;
					best = (left < right)
							? new ReviewPair(left, right, doubt.one().size(), doubt.other().size(), doubt.weight())
							: new ReviewPair(right, left, doubt.other().size(), doubt.one().size(), doubt.weight());
				}
			}
		}
		return best;
	}

	/**
	 * Returns all clusters, those of one record included, in the order of their first
	 * records.
	 */
	public List<int[]> clusters() {
		return this.clusters;
	}

	public List<ReviewPair> review() {
		return this.review;
	}

	/** Returns the likeliest of the bridges that were cut. */
	public List<CutBridge> bridges() {
		return this.bridges.likeliest();
	}

	/** Returns how many bridges were cut in all. */
	public long bridgeCount() {
		return this.bridges.count();
	}

	private record Outcome(List<int[]> clusters, List<ReviewPair> review, Bridges bridges, ProgressCounter tally) {
	}

}
