package io.kehu.migration.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.kehu.migration.duplicate.NearDuplicate;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;

/**
 * Holds the rows of all sources for a search among neighbours, and says which row each of
 * those found goes into.
 */
final class NeighbourTable {

	/** Codes, texts, folded texts and sorting keys. */
	private static final long BYTES_PER_CELL = 48;

	private NeighbourTable() {
	}

	/**
	 * Read all rows.
	 * @throws JobFailure when they are too many for this process
	 */
	static Table read(JoinedRows rows, PartRun part) throws Exception {
		List<ColumnBuilder> builders = rows.columns().stream().map(ColumnBuilder::new).toList();
		long most = Runtime.getRuntime().maxMemory() / BYTES_PER_CELL / Math.max(1, builders.size());
		if (rows.rows() > most) {
			throw new JobFailure("More than %,d rows of %d columns do not fit into this instance's memory at once"
				.formatted(most, builders.size()));
		}
		for (Row row = rows.next(); row != null; row = rows.next()) {
			part.progress(1);
			for (int column = 0; column < builders.size(); column++) {
				builders.get(column).add(row.value(column));
			}
		}
		return new Table(builders.stream().map(ColumnBuilder::build).toList());
	}

	/**
	 * Let each row found go into the first that it is alike to, itself or by others.
	 * @param pairs rows alike, by their earlier row
	 * @param rows how many rows there are
	 * @return each row to be left out once, in order, with its likeness to the row
	 * through which it was found
	 */
	static List<NearDuplicate> firsts(List<NearDuplicate> pairs, int rows) {
		int[] first = new int[rows];
		Arrays.setAll(first, (row) -> row);
		double[] likeness = new double[rows];
		for (NearDuplicate pair : pairs) {
			int one = root(first, pair.first());
			int other = root(first, pair.row());
			first[Math.max(one, other)] = Math.min(one, other);
			likeness[pair.row()] = Math.max(likeness[pair.row()], pair.likeness());
			likeness[pair.first()] = Math.max(likeness[pair.first()], pair.likeness());
		}
		List<NearDuplicate> found = new ArrayList<>();
		for (int row = 0; row < rows; row++) {
			if (first[row] != row) {
				found.add(new NearDuplicate(row, root(first, row), likeness[row]));
			}
		}
		return found;
	}

	private static int root(int[] first, int row) {
		int root = row;
		while (first[root] != root) {
			first[root] = first[first[root]];
			root = first[root];
		}
		return root;
	}

}
