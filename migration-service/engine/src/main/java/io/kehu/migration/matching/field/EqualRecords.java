package io.kehu.migration.matching.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Records that are equal in all compared fields, taken as one: they are numbered through
 * as groups, so that a value given a thousand times over is compared once.
 */
public final class EqualRecords {

	/** By record, its group. */
	private final int[] groups;

	/** By group, its first record. */
	private final int[] first;

	/** By record, the next one of its group or -1. */
	private final int[] next;

	private final int[] sizes;

	private EqualRecords(int[] groups, int[] first, int[] next, int[] sizes) {
		this.groups = groups;
		this.first = first;
		this.next = next;
		this.sizes = sizes;
	}

	/**
	 * Groups records.
	 * @param rows how many records there are
	 * @param fields by field and record, the code of a value, negative when missing
	 * @param apart records for which this differs are not grouped
	 */
	static EqualRecords of(int rows, List<int[]> fields, IntUnaryOperator apart) {
		int[] table = new int[Integer.highestOneBit(Math.max(2, rows)) << 2];
		Arrays.fill(table, -1);
		int[] groups = new int[rows];
		int[] next = new int[rows];
		Arrays.fill(next, -1);
		int[] last = new int[rows];
		int[] first = new int[rows];
		int[] sizes = new int[rows];
		int count = 0;
		for (int row = 0; row < rows; row++) {
			int slot = slot(row, fields, apart, table, first);
			int group = (slot < 0) ? count++ : (table[slot] < 0) ? count++ : table[slot];
			if (slot >= 0) {
				table[slot] = group;
			}
			if (sizes[group]++ == 0) {
				first[group] = row;
			}
			else {
				next[last[group]] = row;
			}
			last[group] = row;
			groups[row] = group;
		}
		return new EqualRecords(groups, Arrays.copyOf(first, count), next, Arrays.copyOf(sizes, count));
	}

	/** Returns where a record's group is or is to be, or -1 when it has no values. */
	private static int slot(int row, List<int[]> fields, IntUnaryOperator apart, int[] table, int[] first) {
		long hash = apart.applyAsInt(row);
		boolean empty = true;
		for (int[] codes : fields) {
			empty &= codes[row] < 0;
			hash = (hash ^ codes[row]) * 0xBF58476D1CE4E5B9L;
			hash ^= hash >>> 31;
		}
		if (empty) {
			return -1;
		}
		int slot = (int) (hash ^ hash >>> 32) & (table.length - 1);
		while (table[slot] >= 0 && !equal(row, first[table[slot]], fields, apart)) {
			slot = (slot + 1) & (table.length - 1);
		}
		return slot;
	}

	private static boolean equal(int left, int right, List<int[]> fields, IntUnaryOperator apart) {
		for (int[] codes : fields) {
			if (codes[left] != codes[right]) {
				return false;
			}
		}
		return apart.applyAsInt(left) == apart.applyAsInt(right);
	}

	/** Returns how many records there are. */
	public int records() {
		return this.groups.length;
	}

	/** Returns how many groups there are, those of one record included. */
	public int size() {
		return this.first.length;
	}

	/** Returns the group of a record. */
	public int group(int row) {
		return this.groups[row];
	}

	/** Returns the first record of a group. */
	public int first(int group) {
		return this.first[group];
	}

	/** Returns the first record of each group. */
	int[] firsts() {
		return this.first;
	}

	/** Returns how many records a group has. */
	public int size(int group) {
		return this.sizes[group];
	}

	/** Returns the records of a group, in order. */
	public int[] rows(int group) {
		int[] rows = new int[this.sizes[group]];
		int row = this.first[group];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = row;
			row = this.next[row];
		}
		return rows;
	}

}
