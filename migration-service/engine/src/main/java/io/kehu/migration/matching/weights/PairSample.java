package io.kehu.migration.matching.weights;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.kehu.migration.matching.blocking.Blocks;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.pairs.Grouping;
import io.kehu.migration.matching.pairs.PairList;
import io.kehu.migration.matching.progress.ProgressCounter;

/**
 * The comparison results of a sample of pairs in all fields.
 */
final class PairSample {

	private static final long MOST_TRIED = 8_000_000;

	/** The number of pairs or rows between two reports of progress. */
	private static final int OFTEN = 1_000;

	/** The number of stretches of so many rows that are visited in parallel. */
	private static final int TOGETHER = 64;

	/** How far a sample of blocks is when its pairs are found. */
	private static final double FOUND = 0.6;

	/** Weight in bits below which a pair teaches nothing about matches. */
	private static final double HOPELESS = -12;

	private final int[][] results;

	private final int size;

	private final double scale;

	private PairSample(PairList pairs, List<FieldComparison> comparisons, double scale, DoubleConsumer share) {
		this.size = pairs.size();
		this.scale = scale;
		this.results = new int[comparisons.size()][this.size];
		ProgressCounter tally = new ProgressCounter((long) this.size * this.results.length, share);
		IntStream.range(0, this.results.length).parallel().forEach((field) -> {
			FieldComparison comparison = comparisons.get(field);
			for (int i = 0; i < this.size; i++) {
				if (i % OFTEN == OFTEN - 1) {
					tally.add(OFTEN);
				}
				this.results[field][i] = comparison.compare(comparison.code(pairs.left(i)),
						comparison.code(pairs.right(i)));
			}
		});
	}

	/**
	 * Returns the pairs that blocking brought together and that may match, all of them or
	 * an even sample.
	 */
	static PairSample ofBlocks(Blocks blocks, MatchWeights start, int limit, DoubleConsumer share) {
		PairSieve sieve = new PairSieve((int) (1 + blocks.pairs() / MOST_TRIED));
		PairList pairs = new PairList();
		ProgressCounter tally = new ProgressCounter(blocks.rows(), ProgressCounter.step(share, 0, FOUND));
		for (int rule = 0; rule < blocks.rules(); rule++) {
			for (int from = 0; from < blocks.size(rule); from += TOGETHER * OFTEN) {
				collect(blocks, rule, from, start, sieve, tally).forEach(pairs::addAll);
				while (pairs.size() > limit) {
					sieve = sieve.twice();
					pairs = sieve.of(pairs);
				}
			}
		}
		return new PairSample(pairs, start.comparisons(), sieve.every(), ProgressCounter.step(share, FOUND, 1));
	}

	/** Returns the pairs of records taken at random. */
	static PairSample ofRandom(int rows, List<FieldComparison> comparisons, int size, SplittableRandom random,
			DoubleConsumer share) {
		PairList pairs = new PairList();
		for (int i = 0; i < size && rows > 1; i++) {
			int left = random.nextInt(rows);
			int right = random.nextInt(rows - 1);
			pairs.add(PairList.pair(left, (right >= left) ? right + 1 : right));
		}
		return new PairSample(pairs, comparisons, 1, share);
	}

	/**
	 * Returns the pairs of records taken at random among those that have the same value
	 * in a field.
	 */
	static PairSample ofEqual(int rows, List<FieldComparison> comparisons, int field, int size,
			SplittableRandom random) {
		FieldComparison comparison = comparisons.get(field);
		Grouping groups = Grouping.of(rows, (row) -> comparison.code(row) + 1);
		long[] cumulative = new long[groups.groups()];
		long sum = 0;
		for (int i = 0; i < cumulative.length; i++) {
			long members = (groups.key(i) == 0) ? 0 : groups.size(i);
			sum += members * (members - 1) / 2;
			cumulative[i] = sum;
		}
		PairList pairs = new PairList();
		for (int i = 0; i < Math.min(size, sum); i++) {
			long place = random.nextLong(sum);
			int at = Arrays.binarySearch(cumulative, place + 1);
			int group = (at < 0) ? -at - 1 : at;
			while (group > 0 && cumulative[group - 1] > place) {
				group--;
			}
			int members = groups.size(group);
			int left = random.nextInt(members);
			int right = random.nextInt(members - 1);
			pairs.add(PairList.pair(groups.item(group, left), groups.item(group, (right >= left) ? right + 1 : right)));
		}
		return new PairSample(pairs, comparisons, 1, (share) -> {
		});
	}

	/** Returns the pairs of some stretches of a rule that pass the sieve, in order. */
	private static List<PairList> collect(Blocks blocks, int rule, int first, MatchWeights start, PairSieve sieve,
			ProgressCounter tally) {
		int size = blocks.size(rule);
		int stretches = Math.min(TOGETHER, (size - first + OFTEN - 1) / OFTEN);
		return IntStream.range(0, stretches).parallel().mapToObj((stretch) -> {
			PairList found = new PairList();
			int from = first + stretch * OFTEN;
			int to = Math.min(size, from + OFTEN);
			blocks.visit(rule, from, to, sieve, (left, right) -> {
				if (start.mayReach(left, right, HOPELESS)) {
					found.add(PairList.pair(left, right));
				}
			});
			tally.add(to - from);
			return found;
		}).toList();
	}

	int size() {
		return this.size;
	}

	int result(int field, int pair) {
		return this.results[field][pair];
	}

	/**
	 * Returns 0 when a value of the pair is missing, else one more than the level of
	 * agreement.
	 */
	int state(int field, int pair) {
		int result = this.results[field][pair];
		return (result < 0) ? 0 : FieldComparison.level(result) + 1;
	}

	/** Returns how many pairs each pair of the sample stands for. */
	double scale() {
		return this.scale;
	}

}
