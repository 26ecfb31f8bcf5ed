package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.matching.clusters.Clustering;
import io.kehu.migration.matching.clusters.CutBridge;
import io.kehu.migration.matching.clusters.ReviewPair;
import io.kehu.migration.matching.field.EqualRecords;

/**
 * Turns clusters of groups of equal records into clusters of records.
 */
final class GroupedClusters {

	private final EqualRecords groups;

	private final List<int[]> clusters = new ArrayList<>();

	private final List<ReviewPair> review = new ArrayList<>();

	private final List<CutBridge> bridges;

	private final Clustering clustering;

	GroupedClusters(EqualRecords groups, WholeGroups whole, Clustering clustering) {
		this.groups = groups;
		this.clustering = clustering;
		for (int[] cluster : clustering.clusters()) {
			add(cluster, whole);
		}
		this.clusters.sort(Comparator.comparingInt((cluster) -> cluster[0]));
		clustering.review()
			.forEach((pair) -> this.review.add(new ReviewPair(groups.first(pair.left()), groups.first(pair.right()),
					pair.leftRecords(), pair.rightRecords(), pair.weight())));
		this.review.addAll(whole.doubted());
		this.review.sort(Comparator.comparingDouble(ReviewPair::weight)
			.reversed()
			.thenComparingInt(ReviewPair::left)
			.thenComparingInt(ReviewPair::right));
		this.bridges = clustering.bridges()
			.stream()
			.map((bridge) -> new CutBridge(groups.first(bridge.left()), groups.first(bridge.right()),
					bridge.pairWeight()))
			.toList();
	}

	/** A group that is not one entity leaves its first record in the cluster. */
	private void add(int[] cluster, WholeGroups whole) {
		int[] rows = Arrays.stream(cluster)
			.flatMap((group) -> whole.isWhole(group) ? Arrays.stream(this.groups.rows(group))
					: IntStream.of(this.groups.first(group)))
			.sorted()
			.toArray();
		this.clusters.add(rows);
		for (int group : cluster) {
			if (!whole.isWhole(group)) {
				Arrays.stream(this.groups.rows(group)).skip(1).forEach((row) -> this.clusters.add(new int[] { row }));
			}
		}
	}

	/** Returns the clusters in the order of their first records. */
	List<int[]> clusters() {
		return this.clusters;
	}

	/** Returns the clusters of groups, in which equal records count once. */
	List<int[]> ofGroups() {
		return this.clustering.clusters();
	}

	List<ReviewPair> review() {
		return List.copyOf(this.review);
	}

	List<CutBridge> bridges() {
		return this.bridges;
	}

	long bridgeCount() {
		return this.clustering.bridgeCount();
	}

}
