package io.kehu.migration.matching.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
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

	/** How far the blocks are when all records have their keys. */
	private static final double KEYED = 0.5;

	private final List<BlockingRule> rules;

	private final List<CappedBlock> capped = new ArrayList<>();

	private long pairs;

	/** For each rule the rows with a key, ordered by key. */
	private final int[][] ordered;

	private final List<LargeBlocks> large = new ArrayList<>();

	private final RecordOrder order;

	/**
	 * Prepares the blocks of some rules.
	 * @param rules the rules; keys of blocks that are too large are set to none
	 * @param order orders records within these
	 * @param share receives the share done
	 */
	private Blocks(List<BlockingRule> rules, RecordOrder order, DoubleConsumer share) {
		this.rules = rules;
		this.order = order;
		this.ordered = new int[rules.size()][];
		ProgressCounter tally = new ProgressCounter(this.ordered.length, share);
		for (int i = 0; i < this.ordered.length; i++) {
			this.ordered[i] = order(rules.get(i));
			tally.add(1);
		}
	}

	/** Returns the blocks of the default rules, as far as the fields at hand allow. */
	public static Blocks of(FieldSet fields, DoubleConsumer share) {
		return new Blocks(BlockingRules.of(fields, ProgressCounter.step(share, 0, KEYED)), new RecordOrder(fields),
				ProgressCounter.step(share, KEYED, 1));
	}

	/** Returns how many pairs the blocks hold, those held twice counted twice. */
	public long pairs() {
		return this.pairs;
	}

	public List<CappedBlock> capped() {
		return this.capped;
	}

	private int[] order(BlockingRule rule) {
		int[] keys = rule.keys();
		long[] sorted = new long[keys.length];
		int count = 0;
		for (int row = 0; row < keys.length; row++) {
			if (keys[row] != 0) {
				sorted[count++] = (long) keys[row] << 32 | row;
			}
		}
		Arrays.parallelSort(sorted, 0, count);
		int limit = limit(sorted, count, budget(rule));
		int[] rows = new int[count];
		long[] over = new long[count];
		int kept = 0;
		int blocks = 0;
		int largest = 0;
		for (int start = 0, end; start < count; start = end) {
			end = end(sorted, start, count);
			boolean fits = end - start <= limit;
			for (int i = start; i < end; i++) {
				if (fits) {
					rows[kept++] = (int) sorted[i];
				}
				else {
					over[i - kept] = sorted[i];
					keys[(int) sorted[i]] = 0;
				}
			}
			this.pairs += fits ? (end - start) * (end - start - 1L) / 2 : 0;
			blocks += fits ? 0 : 1;
			largest = fits ? largest : Math.max(largest, end - start);
		}
		if (blocks > 0) {
			this.capped.add(new CappedBlock(rule.name(), blocks, count - kept, largest));
			addLarge(Arrays.copyOf(over, count - kept));
		}
		return Arrays.copyOf(rows, kept);
	}

	private void addLarge(long[] keyed) {
		for (int which = 0; which < this.order.orders(); which++) {
			LargeBlocks neighbours = new LargeBlocks(keyed, this.order, which);
			this.large.add(neighbours);
			this.pairs += neighbours.pairs();
		}
	}

	private static int end(long[] sorted, int start, int count) {
		int end = start + 1;
		while (end < count && sorted[end] >> 32 == sorted[start] >> 32) {
			end++;
		}
		return end;
	}

	/**
	 * Returns how many pairs a rule may bring: generous for few records, and for the
	 * rules that find most.
	 */
	private static long budget(BlockingRule rule) {
		long records = rule.keys().length;
		return Math.max(rule.pairsPerRecord() * records, Math.min(MOST_PER_RECORD * records, CHEAP));
	}

	/**
	 * Returns the largest block size for which all blocks up to it stay within the
	 * budget.
	 */
	private int limit(long[] sorted, int count, long budget) {
		long[] pairsBySize = new long[LARGEST + 1];
		for (int start = 0, end; start < count; start = end) {
			end = end(sorted, start, count);
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
	 * @param wanted which keys to visit
	 * @param visitor told of each pair
	 */
	public void visit(int rule, int from, int to, IntPredicate wanted, PairVisitor visitor) {
		if (rule >= this.ordered.length) {
			this.large.get(rule - this.ordered.length).visit(from, to, wanted, (left, right) -> {
				if (!seen(this.ordered.length, left, right)) {
					visitor.visit(left, right);
				}
			});
			return;
		}
		int[] rows = this.ordered[rule];
		int[] keys = this.rules.get(rule).keys();
		for (int i = from; i < to; i++) {
			int left = rows[i];
			boolean visited = wanted.test(keys[left]);
			for (int j = i + 1; visited && j < rows.length && keys[rows[j]] == keys[left]; j++) {
				if (!seen(rule, left, rows[j])) {
					visitor.visit(left, rows[j]);
				}
			}
		}
	}

	private boolean seen(int rule, int left, int right) {
		for (int earlier = 0; earlier < rule; earlier++) {
			int[] keys = this.rules.get(earlier).keys();
			if (keys[left] != 0 && keys[left] == keys[right]) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Told of pairs of records.
	 */
	public interface PairVisitor {

		void visit(int left, int right);

	}

}
