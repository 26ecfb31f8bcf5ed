package io.kehu.migration.clean.chain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.table.Column;

/**
 * Rows grouped by what they hold in some columns.
 */
final class RowGroups {

	private static final int NONE = -1;

	private final int[] groupOf;

	private final int count;

	private RowGroups(int[] groupOf, int count) {
		this.groupOf = groupOf;
		this.count = count;
	}

	/** Group rows by their values, missing ones included; groups are numbered as met. */
	static RowGroups of(List<Column> columns, int rows) {
		RowGroups groups = new RowGroups(new int[rows], Math.min(rows, 1));
		for (Column column : columns) {
			groups = groups.refine(column);
		}
		return groups;
	}

	private RowGroups refine(Column column) {
		Map<Long, Integer> numbers = new HashMap<>();
		int[] refined = new int[this.groupOf.length];
		for (int row = 0; row < refined.length; row++) {
			long key = ((long) this.groupOf[row] << 32) | (column.code(row) + 1);
			refined[row] = numbers.computeIfAbsent(key, (fresh) -> numbers.size());
		}
		return new RowGroups(refined, numbers.size());
	}

	/** Those of some rows that repeat an earlier one of them. */
	BitSet repetitions(BitSet among) {
		BitSet met = new BitSet(this.count);
		BitSet repetitions = new BitSet();
		among.stream().forEach((row) -> {
			repetitions.set(row, met.get(this.groupOf[row]));
			met.set(this.groupOf[row]);
		});
		return repetitions;
	}

	/**
	 * Returns those of some rows, which all have a value, in whose group no value is that
	 * of most rows.
	 */
	BitSet undecided(Column column, BitSet among) {
		Map<Long, Integer> counts = new HashMap<>();
		int[] rows = new int[this.count];
		int[] most = new int[this.count];
		among.stream().forEach((row) -> {
			int group = this.groupOf[row];
			rows[group]++;
			most[group] = Math.max(most[group], counts.merge(((long) group << 32) | column.code(row), 1, Integer::sum));
		});
		BitSet undecided = new BitSet();
		among.stream().forEach((row) -> undecided.set(row, 2L * most[this.groupOf[row]] <= rows[this.groupOf[row]]));
		return undecided;
	}

	/**
	 * Those of some rows that do not hold the most frequent value of their group.
	 */
	BitSet exceptions(Column column, BitSet among) {
		Map<Long, Integer> counts = new HashMap<>();
		int[] best = new int[this.count];
		int[] most = new int[this.count];
		Arrays.fill(best, NONE);
		among.stream().filter((row) -> column.code(row) != Column.MISSING).forEach((row) -> {
			int group = this.groupOf[row];
			int count = counts.merge(((long) group << 32) | column.code(row), 1, Integer::sum);
			if (count > most[group]) {
				most[group] = count;
				best[group] = column.code(row);
			}
		});
		BitSet exceptions = new BitSet();
		among.stream()
			.filter((row) -> column.code(row) != Column.MISSING)
			.forEach((row) -> exceptions.set(row, column.code(row) != best[this.groupOf[row]]));
		return exceptions;
	}

}
