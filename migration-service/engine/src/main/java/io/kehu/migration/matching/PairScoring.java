package io.kehu.migration.matching;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.kehu.migration.matching.blocking.Blocks;
import io.kehu.migration.matching.clusters.Constraints;
import io.kehu.migration.matching.pairs.PairList;
import io.kehu.migration.matching.progress.ProgressCounter;
import io.kehu.migration.matching.weights.MatchWeights;

/**
 * Weighs the pairs that the blocks bring together and keeps those that may match.
 */
final class PairScoring {

	private static final int STRETCH = 2_000;

	private final Blocks blocks;

	private final MatchWeights weights;

	private final Constraints constraints;

	private final double least;

	/**
	 * Prepares the weighing.
	 * @param blocks the blocks
	 * @param weights the weights
	 * @param constraints tells which pairs may be compared at all
	 * @param least the least weight of interest
	 */
	PairScoring(Blocks blocks, MatchWeights weights, Constraints constraints, double least) {
		this.blocks = blocks;
		this.weights = weights;
		this.constraints = constraints;
		this.least = least;
	}

	/**
	 * Weighs pairs, on all processors. A pair belongs to the key of the first rule that
	 * brings it together, hence to one partition only.
	 * @param partition which partition of the keys, from 0
	 * @param partitions how many there are
	 * @param share receives the share done, on any thread
	 * @return the pairs of at least the least weight, in order
	 */
	PairList score(int partition, int partitions, DoubleConsumer share) {
		PairList pairs = new PairList();
		ProgressCounter tally = new ProgressCounter(this.blocks.rows(), share);
		for (int rule = 0; rule < this.blocks.rules(); rule++) {
			int current = rule;
			int size = this.blocks.size(rule);
			List<PairList> found = IntStream.range(0, (size + STRETCH - 1) / STRETCH).parallel().mapToObj((stretch) -> {
				PairList kept = score(current, stretch, partition, partitions);
				tally.add(Math.min(STRETCH, size - stretch * STRETCH));
				return kept;
			}).toList();
			found.forEach(pairs::addAll);
		}
		pairs.sortDistinct();
		return pairs;
	}

	private PairList score(int rule, int stretch, int partition, int partitions) {
		PairList kept = new PairList();
		int[] room = this.weights.room();
		int from = stretch * STRETCH;
		int to = Math.min(this.blocks.size(rule), from + STRETCH);
		this.blocks.visit(rule, from, to, new Partition(partition, partitions), (left, right) -> {
			if (this.constraints.mayCompare(left, right) && this.weights.mayReach(left, right, this.least)
					&& this.weights.total(left, right, room) >= this.least) {
				kept.add(PairList.pair(left, right));
			}
		});
		return kept;
	}

	/**
	 * The pairs of one partition of the keys.
	 *
	 * @param number which partition, from 0
	 * @param count how many there are
	 */
	private record Partition(int number, int count) implements Blocks.PairChoice {

		@Override
		public boolean isKey(int key) {
			return Integer.remainderUnsigned(key, this.count) == this.number;
		}

	}

}
