package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.matching.blocking.CappedBlock;
import io.kehu.migration.matching.clusters.CutBridge;
import io.kehu.migration.matching.clusters.ReviewPair;
import io.kehu.migration.matching.field.EqualRecords;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.weights.FieldModel;
import io.kehu.migration.matching.weights.MatchWeights;
import org.jspecify.annotations.Nullable;

/**
 * The result of a linkage. Records are numbered from 0 through all sources in their
 * order.
 */
public final class LinkageResult {

	private final List<int[]> clusters;

	private final int[] clusterOf;

	private final List<ReviewPair> review;

	private final List<CutBridge> bridges;

	private final long bridgeCount;

	private final List<CappedBlock> capped;

	private final List<LinkageWarning> warnings;

	private final LinkedRecords records;

	private final EqualRecords groups;

	private final MatchWeights weights;

	LinkageResult(LinkedRecords records, EqualRecords groups, MatchWeights weights, GroupedClusters found,
			List<CappedBlock> capped, List<LinkageWarning> conflicts) {
		this.records = records;
		this.groups = groups;
		this.weights = weights;
		this.clusters = found.clusters();
		this.review = found.review();
		this.bridges = found.bridges();
		this.bridgeCount = found.bridgeCount();
		this.warnings = Stream.concat(conflicts.stream(), Plausibility.of(groups, weights, found).stream()).toList();
		this.capped = List.copyOf(capped);
		this.clusterOf = new int[records.size()];
		for (int cluster = 0; cluster < this.clusters.size(); cluster++) {
			for (int row : this.clusters.get(cluster)) {
				this.clusterOf[row] = cluster;
			}
		}
	}

	/** Returns how many records there are. */
	public int records() {
		return this.clusterOf.length;
	}

	/** Returns how many clusters there are, those of one record included. */
	public int clusters() {
		return this.clusters.size();
	}

	/** Returns the cluster of a record. */
	public int clusterOf(int row) {
		return this.clusterOf[row];
	}

	/** Returns the records of a cluster, in order. */
	public int[] cluster(int cluster) {
		return this.clusters.get(cluster).clone();
	}

	/** Returns the name of a record from run to run. */
	public RecordReference reference(int row) {
		return this.records.reference(row);
	}

	/** Returns the pairs to review, the likeliest first. */
	public List<ReviewPair> review() {
		return this.review;
	}

	/** Returns which blocks were too large to compare all pairs. */
	public List<CappedBlock> capped() {
		return this.capped;
	}

	/**
	 * Returns the likeliest of the pairs that match by themselves but were kept apart for
	 * what else their clusters say.
	 */
	public List<CutBridge> bridges() {
		return this.bridges;
	}

	/** Returns how many such pairs there are in all. */
	public long cutBridges() {
		return this.bridgeCount;
	}

	/**
	 * Returns what makes the result implausible; a person should look before using it.
	 */
	public List<LinkageWarning> warnings() {
		return this.warnings;
	}

	/** Returns the weight in bits of two records taken at random. */
	public double prior() {
		return this.weights.prior();
	}

	/** Returns what was learnt of each field. */
	public List<FieldModel> fields() {
		return this.weights.fields();
	}

	/**
	 * Returns the match weight of two records in bits, with the prior, on their own
	 * evidence alone.
	 */
	public double weight(int left, int right) {
		return this.weights.total(this.groups.group(left), this.groups.group(right), this.weights.room());
	}

	/**
	 * Returns a reviewer's decision about a pair, to be applied in the next run to all
	 * records that the two stand for.
	 */
	public Decision decision(ReviewPair pair, boolean same) {
		return new Decision(reference(pair.left()), reference(pair.right()), same);
	}

	/**
	 * Returns which records of other sources mean the same as one of a source.
	 * @param source name of the source that was linked against
	 * @return the records that match, each with the best match, in order
	 */
	public List<SourceMatch> matches(String source) {
		List<SourceMatch> matches = new ArrayList<>();
		for (int row = 0; row < this.clusterOf.length; row++) {
			if (!reference(row).source().equals(source)) {
				SourceMatch best = best(row, source);
				if (best != null) {
					matches.add(best);
				}
			}
		}
		return matches;
	}

	private @Nullable SourceMatch best(int row, String source) {
		SourceMatch best = null;
		for (int other : this.clusters.get(this.clusterOf[row])) {
			RecordReference known = reference(other);
			if (known.source().equals(source)) {
				double weight = weight(row, other);
				if (best == null || weight > best.weight()) {
					best = new SourceMatch(reference(row), known, weight);
				}
			}
		}
		return best;
	}

	/**
	 * Explains a pair of records.
	 * @param left number of a record
	 * @param right number of another
	 * @return why they match or not
	 */
	public PairExplanation explain(int left, int right) {
		List<PairExplanation.Step> steps = new ArrayList<>();
		double running = this.weights.prior();
		for (int field = 0; field < this.weights.comparisons().size(); field++) {
			FieldComparison comparison = this.weights.comparisons().get(field);
			int one = comparison.code(this.groups.group(left));
			int other = comparison.code(this.groups.group(right));
			int outcome = comparison.compare(one, other);
			double weight = this.weights.ofRows(field, this.groups.group(left), this.groups.group(right));
			running += weight;
			steps.add(new PairExplanation.Step(comparison.name(), text(comparison, one), text(comparison, other),
					(outcome == FieldComparison.MISSING) ? "missing"
							: comparison.levels().get(FieldComparison.level(outcome)),
					weight, running));
		}
		double total = weight(left, right);
		if (Math.abs(total - running) > 1e-9) {
			steps
				.add(new PairExplanation.Step("household", "", "", "shared by relatives, too", total - running, total));
		}
		return new PairExplanation(this.weights.prior(), steps, total);
	}

	/**
	 * Explains a pair to review: the evidence of the two records, and what the other
	 * records of their clusters add to it or take from it.
	 * @param pair the pair
	 * @return why it is doubted; its total is the pair's weight
	 */
	public PairExplanation explain(ReviewPair pair) {
		PairExplanation own = explain(pair.left(), pair.right());
		double others = pair.weight() - own.total();
		if (Math.abs(others) < 1e-9) {
			return new PairExplanation(own.prior(), own.steps(), pair.weight());
		}
		List<PairExplanation.Step> steps = new ArrayList<>(own.steps());
		steps.add(new PairExplanation.Step("other records of both clusters", sizeOfCluster(pair.left()),
				sizeOfCluster(pair.right()), "taken together", others, pair.weight()));
		return new PairExplanation(own.prior(), steps, pair.weight());
	}

	private String sizeOfCluster(int row) {
		return "cluster of %d".formatted(this.clusters.get(this.clusterOf[row]).length);
	}

	private static String text(FieldComparison comparison, int code) {
		return (code < 0) ? "" : comparison.text(code);
	}

}
