package io.kehu.migration.match;

import java.util.Arrays;

import io.kehu.migration.job.JobFailure;
import io.kehu.migration.matching.neighbourhood.NearDuplicate;
import org.jspecify.annotations.Nullable;

/**
 * Groups similar rows, directly or transitively, under the first row of each group.
 */
final class NearGroups {

	private static final long BYTES_PER_ROW = 24;

	private final int[] first;

	private final double[] likeness;

	/**
	 * Creates a group for each row.
	 * @param rows the number of rows, which are numbered from 1
	 * @throws JobFailure if they do not fit into memory
	 */
	NearGroups(long rows) {
		long most = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / BYTES_PER_ROW);
		if (rows >= most) {
			throw new JobFailure("The groups of more than %,d rows do not fit into memory".formatted(most));
		}
		this.first = new int[(int) rows + 1];
		Arrays.setAll(this.first, (row) -> row);
		this.likeness = new double[(int) rows + 1];
	}

	/** Adds a pair, in any order and any number of times. */
	void add(NearDuplicate pair) {
		int one = root((int) pair.first());
		int other = root((int) pair.row());
		this.first[Math.max(one, other)] = Math.min(one, other);
		for (long row : new long[] { pair.row(), pair.first() }) {
			this.likeness[(int) row] = Math.max(this.likeness[(int) row], pair.likeness());
		}
	}

	/**
	 * Returns the group of a row.
	 * @return the first row of its group, with the similarity by which the row was found,
	 * or null if the row is the first itself
	 */
	@Nullable NearDuplicate of(int row) {
		return (this.first[row] == row) ? null : new NearDuplicate(row, root(row), this.likeness[row]);
	}

	private int root(int row) {
		int root = row;
		while (this.first[root] != root) {
			this.first[root] = this.first[this.first[root]];
			root = this.first[root];
		}
		return root;
	}

}
