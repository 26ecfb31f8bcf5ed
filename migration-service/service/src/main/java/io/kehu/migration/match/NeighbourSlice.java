package io.kehu.migration.match;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.matching.neighbourhood.NeighbourKey;
import io.kehu.migration.matching.neighbourhood.SortRanges;
import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a part of a neighbourhood search reads, with their keys.
 */
final class NeighbourSlice implements Closeable {

	private final JoinedRows rows;

	private final PartRun part;

	private final long end;

	private final List<int[]> keys;

	private final int[] compared;

	NeighbourSlice(StagedData data, Neighbours search, PartRun part, int slices) throws IOException {
		this.rows = new JoinedRows(data, search.task().sources());
		this.part = part;
		List<String> columns = this.rows.columns();
		this.keys = IntStream.range(0, search.passes()).mapToObj((pass) -> search.how().places(pass, columns)).toList();
		this.compared = search.compared(columns);
		this.end = this.rows.rows() * (part.number() + 1) / slices;
		this.rows.skip(this.rows.rows() * part.number() / slices);
	}

	@Nullable Row next() throws Exception {
		if (this.rows.number() >= this.end) {
			return null;
		}
		this.part.progress(1);
		return this.rows.next();
	}

	/** Returns the key of the current row in a pass. */
	NeighbourKey key(int pass, Row row) {
		return SortedNeighbourhood.key(row, this.rows.number(), this.keys.get(pass));
	}

	/** Returns whether the current row belongs to the sample. */
	boolean sampled() {
		return SortRanges.samples(this.rows.number(), this.rows.rows());
	}

	/** Returns the indexes of the columns to compare. */
	int[] compared() {
		return this.compared;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
