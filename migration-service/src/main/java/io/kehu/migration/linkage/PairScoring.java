package io.kehu.migration.linkage;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs every pair that the blocks bring together and keeps those that may match.
 */
final class PairScoring {

	private static final int STRETCH = 2_000;

	private PairScoring() {
	}

	/**
	 * Weigh the pairs of some blocks, on all processors.
	 * @param blocks the blocks
	 * @param weights the weights
	 * @param constraints tells which pairs may be compared at all
	 * @param least the least weight of interest
	 * @return the pairs of at least that weight, in order
	 */
	static LongList score(Blocks blocks, Weights weights, Constraints constraints, double least) {
		LongList pairs = new LongList();
		for (int rule = 0; rule < blocks.rules(); rule++) {
			int current = rule;
			int size = blocks.size(rule);
			List<LongList> found = IntStream.range(0, (size + STRETCH - 1) / STRETCH).parallel().mapToObj((stretch) -> {
				LongList kept = new LongList();
				int[] room = weights.room();
				int from = stretch * STRETCH;
				blocks.visit(current, from, Math.min(size, from + STRETCH), (left, right) -> {
					if (constraints.mayCompare(left, right) && weights.mayReach(left, right, least)
							&& weights.total(left, right, room) >= least) {
						kept.add(Weights.pair(left, right));
					}
				});
				return kept;
			}).toList();
			found.forEach(pairs::addAll);
		}
		pairs.sort();
		return pairs;
	}

}
