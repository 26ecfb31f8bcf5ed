package io.kehu.migration.linkage;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.linkage.field.Comparison;

/**
 * What linkage found. Records are numbered from 0 through all sources in their order.
 */
public final class LinkageResult {

	private final List<int[]> clusters;

	private final int[] clusterOf;

	private final List<ReviewPair> review;

	private final List<CappedBlock> capped;

	private final Records records;

	private final Weights weights;

	LinkageResult(Records records, Weights weights, List<int[]> clusters, List<ReviewPair> review,
			List<CappedBlock> capped) {
		this.records = records;
		this.weights = weights;
		this.clusters = clusters;
		this.review = List.copyOf(review);
		this.capped = List.copyOf(capped);
		this.clusterOf = new int[records.size()];
		for (int cluster = 0; cluster < clusters.size(); cluster++) {
			for (int row : clusters.get(cluster)) {
				this.clusterOf[row] = cluster;
			}
		}
	}

	/** How many records there are. */
	public int records() {
		return this.clusterOf.length;
	}

	/** How many clusters there are, those of one record included. */
	public int clusters() {
		return this.clusters.size();
	}

	/** The cluster of a record. */
	public int clusterOf(int row) {
		return this.clusterOf[row];
	}

	/** The records of a cluster, in order. */
	public int[] cluster(int cluster) {
		return this.clusters.get(cluster).clone();
	}

	/** The name of a record from run to run. */
	public RecordReference reference(int row) {
		return this.records.reference(row);
	}

	/** What a person should look at, the likeliest first. */
	public List<ReviewPair> review() {
		return this.review;
	}

	/** Which blocks were too large to compare. */
	public List<CappedBlock> capped() {
		return this.capped;
	}

	/**
	 * Explain a pair of records.
	 * @param left number of a record
	 * @param right number of another
	 * @return why they match or not
	 */
	public PairExplanation explain(int left, int right) {
		List<PairExplanation.Step> steps = new ArrayList<>();
		double running = this.weights.prior();
		for (int field = 0; field < this.weights.comparisons().size(); field++) {
			Comparison comparison = this.weights.comparisons().get(field);
			int one = comparison.code(left);
			int other = comparison.code(right);
			int outcome = comparison.compare(one, other);
			double weight = this.weights.ofRows(field, left, right);
			running += weight;
			steps.add(new PairExplanation.Step(comparison.name(), text(comparison, one), text(comparison, other),
					(outcome == Comparison.MISSING) ? "missing" : comparison.levels().get(Comparison.level(outcome)),
					weight, running));
		}
		return new PairExplanation(this.weights.prior(), steps, running);
	}

	private static String text(Comparison comparison, int code) {
		return (code < 0) ? "" : comparison.text(code);
	}

}
