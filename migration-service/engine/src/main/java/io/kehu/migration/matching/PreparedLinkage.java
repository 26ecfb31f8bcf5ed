package io.kehu.migration.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.kehu.migration.matching.blocking.Blocks;
import io.kehu.migration.matching.blocking.CappedBlock;
import io.kehu.migration.matching.clusters.Clustering;
import io.kehu.migration.matching.clusters.Components;
import io.kehu.migration.matching.clusters.Constraints;
import io.kehu.migration.matching.field.EqualRecords;
import io.kehu.migration.matching.field.FieldSet;
import io.kehu.migration.matching.field.Separation;
import io.kehu.migration.matching.pairs.PairList;
import io.kehu.migration.matching.pairs.ScoredPairs;
import io.kehu.migration.matching.progress.LinkageWatch;
import io.kehu.migration.matching.progress.ProgressCounter;
import io.kehu.migration.matching.weights.MatchWeights;
import io.kehu.migration.matching.weights.Training;

/**
 * A linkage whose weights are learnt, ready to weigh pairs. Several instances may share
 * the weighing: each prepares the same sources with the same settings and decisions, and
 * scores its partitions of the blocking keys into files; an instance that has all files
 * clusters them. The result is the same as that of one instance alone.
 */
public final class PreparedLinkage {

	/** How far learning is when all fields are made. */
	private static final double FIELDS = 0.3;

	/** How far it is when all blocks are made. */
	private static final double BLOCKS = 0.4;

	/** How far it is when terms are counted and random pairs are compared. */
	private static final double COUNTED = 0.55;

	private final LinkageSettings settings;

	private final LinkageWatch watch;

	private final LinkedRecords records;

	private final Blocks blocks;

	private final MatchWeights weights;

	private final Constraints constraints;

	private final List<CappedBlock> capped;

	private final Components certain;

	private final EqualRecords groups;

	private final WholeGroups whole;

	private final List<LinkageWarning> conflicts;

	PreparedLinkage(LinkageSettings settings, List<LinkageSource> sources, List<Decision> decisions,
			LinkageWatch watch) {
		this.settings = settings;
		this.watch = watch;
		DoubleConsumer learnt = (share) -> watch.reached(LinkageWatch.Phase.LEARNING, share);
		this.records = new LinkedRecords(sources);
		PriorKnowledge prior = new PriorKnowledge(this.records, decisions, settings.acrossSources());
		Separation separation = prior.separation();
		FieldSet fields = FieldSet.of(this.records.evidence(), settings.roles(), separation,
				ProgressCounter.step(learnt, 0, FIELDS));
		this.groups = fields.records();
		this.blocks = Blocks.of(fields, ProgressCounter.step(learnt, FIELDS, BLOCKS));
		this.capped = new ArrayList<>(CappedBlock.constants(this.records.evidence(), Blocks.LARGEST));
		this.capped.addAll(this.blocks.capped());
		this.weights = new Training(fields.comparisons(), this.groups.size(), settings.seed(),
				ProgressCounter.step(learnt, BLOCKS, COUNTED))
			.learn(this.blocks, ProgressCounter.step(learnt, COUNTED, 1));
		this.constraints = prior.constraints(this.groups, separation);
		this.certain = prior.certain(this.groups);
		this.conflicts = prior.warnings();
		this.whole = WholeGroups.of(this.groups,
				(group) -> prior.isWhole(group) || fields.isTelling(group)
						|| selfWeight(group, fields) >= settings.matchWeight(),
				(group) -> separation.isContested(this.groups.first(group)) ? Double.NEGATIVE_INFINITY
						: reviewed(group, fields),
				settings.reviewWeight());
	}

	/**
	 * Returns the weight of two records that are equal in all fields. Equal records count
	 * as one when frequencies are learnt; a name that many persons may have in common
	 * tells the less.
	 */
	private double selfWeight(int group, FieldSet fields) {
		double weight = this.weights.total(group, group, this.weights.room());
		return weight - fields.namesOfPerson(group) * Math.log(this.groups.size(group) / 2.0) / Math.log(2);
	}

	/** Returns the weight with which a group is reviewed: one that may match is shown. */
	private double reviewed(int group, FieldSet fields) {
		double weight = selfWeight(group, fields);
		return (this.weights.total(group, group, this.weights.room()) < this.settings.reviewWeight()) ? weight
				: Math.max(weight, this.settings.reviewWeight());
	}

	/** Weighs and cluster all in one go. */
	public LinkageResult run() {
		return cluster(score(0, 1));
	}

	private PairList score(int partition, int partitions) {
		return new PairScoring(this.blocks, this.weights, this.constraints, this.settings.reviewWeight())
			.score(partition, partitions, (share) -> this.watch.reached(LinkageWatch.Phase.WEIGHING, share));
	}

	/**
	 * Weighs the pairs of one partition of the blocking keys into a file. Doing it again
	 * gives the same file.
	 * @param partition which one, from 0
	 * @param partitions how many there are
	 * @param file the file to write
	 * @return how many pairs may match
	 * @throws IOException when writing fails
	 */
	public long score(int partition, int partitions, Path file) throws IOException {
		if (partition < 0 || partition >= partitions) {
			throw new IllegalArgumentException("There is no partition %d of %d".formatted(partition, partitions));
		}
		PairList pairs = score(partition, partitions);
		new ScoredPairs(fingerprint(), partition, partitions).write(pairs, file);
		return pairs.size();
	}

	/**
	 * Clusters what all partitions found.
	 * @param files the file of each partition, in any order
	 * @return the clusters, what to review, and why
	 * @throws IOException when reading fails, or when a file is damaged
	 * @throws IllegalArgumentException when a partition is missing or doubled, or when a
	 * file comes from other data, settings or weights
	 */
	public LinkageResult cluster(List<Path> files) throws IOException {
		return cluster(ScoredPairs.read(files, fingerprint()));
	}

	private LinkageResult cluster(PairList pairs) {
		Clustering clustering = new Clustering(this.weights, this.constraints, this.settings.matchWeight(),
				this.settings.reviewWeight(), this.groups);
		clustering.run(pairs, this.certain, (share) -> this.watch.reached(LinkageWatch.Phase.CLUSTERING, share));
		return new LinkageResult(this.records, this.groups, this.weights,
				new GroupedClusters(this.groups, this.whole, clustering), this.capped, this.conflicts);
	}

	/** Returns a hash of what all instances must agree on to combine their pairs. */
	private long fingerprint() {
		long print = this.weights.fingerprint() * 31 + this.records.size();
		return print * 31 + Double.doubleToLongBits(this.settings.reviewWeight())
				+ (this.settings.acrossSources() ? 1 : 0);
	}

}
