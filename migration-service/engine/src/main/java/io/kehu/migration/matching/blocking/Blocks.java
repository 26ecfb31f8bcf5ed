package io.kehu.migration.matching.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.kehu.migration.matching.field.FieldSet;
import io.kehu.migration.matching.progress.ProgressCounter;

/**
 * The blocks of all rules. In the largest ones records are only compared with their
 * neighbours in some orders, so that the work stays bounded whatever the data holds.
 */
public final class Blocks {

	public static final int LARGEST = 1_000;

	private static final long MOST_PER_RECORD = 30;

	private static final long CHEAP = 3_000_000;

	/** How far the blocks are when there are rules. */
	private static final double RULED = 0.1;

	private final BlockKeys keys;

	private final List<CappedBlock> capped = new ArrayList<>();

	private long pairs;

	/** For each rule the rows with a key, ordered by key. */
	private final int[][] ordered;

	/** For each rule the places at which blocks begin. */
	private final BitSet[] beginnings;

	private final List<LargeBlocks> large = new ArrayList<>();

	private final RecordOrder order;

	/**
	 * Prepares the blocks of some rules.
	 * @param rules the rules; keys of blocks that are too large are set to none
	 * @param records how many records there are
	 * @param order orders records within these
	 * @param share receives the share done
	 */
	private Blocks(List<BlockingRule> rules, int records, RecordOrder order, DoubleConsumer share) {
		this.keys = new BlockKeys(records, rules.size());
		this.order = order;
		this.ordered = new int[rules.size()][];
		this.beginnings = new BitSet[rules.size()];
		ProgressCounter tally = new ProgressCounter(this.ordered.length, share);
		for (int i = 0; i < this.ordered.length; i++) {
			this.ordered[i] = order(i, rules.get(i));
			tally.add(1);
		}
	}

	/** Returns the blocks of the default rules, as far as the fields at hand allow. */
	public static Blocks of(FieldSet fields, DoubleConsumer share) {
		return new Blocks(BlockingRules.of(fields, ProgressCounter.step(share, 0, RULED)), fields.rows(),
				new RecordOrder(fields), ProgressCounter.step(share, RULED, 1));
	}

	/** Returns how many pairs the blocks hold, those held twice counted twice. */
	public long pairs() {
		return this.pairs;
	}

	public List<CappedBlock> capped() {
		return this.capped;
	}

	private int[] order(int number, BlockingRule rule) {
		this.keys.put(number, rule.key());
		long[] sorted = sorted(number);
		int limit = limit(sorted, budget(rule, this.keys.records()));
		int[] rows = new int[sorted.length];
		long[] over = new long[sorted.length];
		BitSet beginning = new BitSet(sorted.length);
		int kept = 0;
		int blocks = 0;
		int largest = 0;
		for (int start = 0, end; start < sorted.length; start = end) {
			end = end(sorted, start);
			boolean fits = end - start <= limit;
			if (fits) {
				beginning.set(kept);
			}
			for (int i = start; i < end; i++) {
				if (fits) {
					rows[kept++] = (int) sorted[i];
				}
				else {
					over[i - kept] = sorted[i];
					this.keys.clear((int) sorted[i], number);
				}
			}
			this.pairs += fits ? (end - start) * (end - start - 1L) / 2 : 0;
			blocks += fits ? 0 : 1;
			largest = fits ? largest : Math.max(largest, end - start);
		}
		this.beginnings[number] = beginning;
		if (blocks > 0) {
			this.capped.add(new CappedBlock(rule.name(), blocks, sorted.length - kept, largest));
			addLarge(Arrays.copyOf(over, sorted.length - kept));
		}
		return Arrays.copyOf(rows, kept);
	}

	/** Returns the keys of a rule with their records, in order. */
	private long[] sorted(int rule) {
		long[] keyed = new long[this.keys.records()];
		int count = 0;
		for (int row = 0; row < keyed.length; row++) {
			int key = this.keys.key(row, rule);
			if (key != 0) {
				keyed[count++] = (long) key << 32 | row;
			}
		}
		long[] sorted = (count < keyed.length) ? Arrays.copyOf(keyed, count) : keyed;
		Arrays.parallelSort(sorted);
		return sorted;
	}

	private void addLarge(long[] keyed) {
		for (int which = 0; which < this.order.orders(); which++) {
			LargeBlocks neighbours = new LargeBlocks(keyed, this.order, which);
			this.large.add(neighbours);
			this.pairs += neighbours.pairs();
		}
	}

	private static int end(long[] sorted, int start) {
		int end = start + 1;
		while (end < sorted.length && sorted[end] >> 32 == sorted[start] >> 32) {
			end++;
		}
		return end;
	}

	/**
	 * Returns how many pairs a rule may bring: generous for few records, and for the
	 * rules that find most.
	 */
	private static long budget(BlockingRule rule, long records) {
		return Math.max(rule.pairsPerRecord() * records, Math.min(MOST_PER_RECORD * records, CHEAP));
	}

	/**
	 * Returns the largest block size for which all blocks up to it stay within the
	 * budget.
	 */
	private static int limit(long[] sorted, long budget) {
		long[] pairsBySize = new long[LARGEST + 1];
		for (int start = 0, end; start < sorted.length; start = end) {
			end = end(sorted, start);
			int size = end - start;
			if (size <= LARGEST) {
				pairsBySize[size] += (long) size * (size - 1) / 2;
			}
		}
		long rest = budget;
		for (int size = 2; size <= LARGEST; size++) {
			rest -= pairsBySize[size];
			if (rest < 0) {
				return size - 1;
			}
		}
		return LARGEST;
	}

	/**
	 * Returns how many rules there are, with those for the neighbours in large blocks.
	 */
	public int rules() {
		return this.ordered.length + this.large.size();
	}

	/** Returns how many rows all rules hold in blocks together. */
	public long rows() {
		return IntStream.range(0, rules()).mapToLong(this::size).sum();
	}

	/** Returns how many rows a rule holds in blocks. */
	public int size(int rule) {
		return (rule < this.ordered.length) ? this.ordered[rule].length
				: this.large.get(rule - this.ordered.length).size();
	}

	/**
	 * Visits the pairs of a stretch of a rule's rows that no earlier rule has brought
	 * together; neighbours in large blocks may be visited more than once.
	 * @param rule index of the rule
	 * @param from first place of the stretch
	 * @param to end of the stretch
	 * @param choice which pairs to visit
	 * @param visitor told of each pair
	 */
	public void visit(int rule, int from, int to, PairChoice choice, PairVisitor visitor) {
		if (rule >= this.ordered.length) {
			this.large.get(rule - this.ordered.length).visit(from, to, choice, (left, right) -> {
				if (!this.keys.share(this.ordered.length, left, right)) {
					visitor.visit(left, right);
				}
			});
			return;
		}
		int[] rows = this.ordered[rule];
		for (int i = from; i < to; i++) {
			int left = rows[i];
			int next = this.beginnings[rule].nextSetBit(i + 1);
			int end = (next < 0) ? rows.length : next;
			boolean visited = end > i + 1 && choice.isKey(this.keys.key(left, rule));
			for (int j = i + 1; visited && j < end; j++) {
				if (choice.isPair(left, rows[j]) && !this.keys.share(rule, left, rows[j])) {
					visitor.visit(left, rows[j]);
				}
			}
		}
	}

	/**
	 * Which pairs are visited.
	 */
	public interface PairChoice {

		/** Returns whether the pairs of a block are visited, by its key. */
		default boolean isKey(int key) {
			return true;
		}

		/** Returns whether a pair is visited. */
		default boolean isPair(int left, int right) {
			return true;
		}

	}

	/**
	 * Told of pairs of records.
	 */
	public interface PairVisitor {

		void visit(int left, int right);

	}

}
