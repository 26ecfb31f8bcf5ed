package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import io.kehu.migration.intake.Row;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagingArea;
import org.jspecify.annotations.Nullable;

/**
 * The duplicates that several searches wrote into the partitions of a staged set, merged
 * in the order of their lines. Each row holds the line of the duplicate, and as values
 * the line of the record it repeats and how alike the two are, from 0 to 1.
 */
public final class FoundDuplicates implements Closeable {

	private static final String EQUAL = "1";

	private final List<StagedRows> open = new ArrayList<>();

	private final PriorityQueue<Head> heads = new PriorityQueue<>(
			Comparator.comparingLong((head) -> head.row().line()));

	/**
	 * Opens what the searches found.
	 * @param area the staging area
	 * @param set the id of the set
	 * @param partitions the number of its partitions, each in the order of its lines
	 */
	public FoundDuplicates(StagingArea area, String set, int partitions) throws IOException {
		for (int number = 0; number < partitions; number++) {
			StagedRows rows = area.read(set, number);
			this.open.add(rows);
			advance(rows);
		}
	}

	/**
	 * Writes the exact duplicates of one search.
	 * @param duplicates what was found
	 * @param writer the partition to write
	 * @return the complete partition
	 */
	public static StagedPartition write(Duplicates duplicates, PartitionWriter writer) throws IOException {
		for (Duplicate next = duplicates.next(); next != null; next = duplicates.next()) {
			writer.write(new Row(next.line(), Long.toString(next.first()), EQUAL));
		}
		return writer.complete();
	}

	private void advance(StagedRows rows) throws IOException {
		Row row = rows.next();
		if (row != null) {
			this.heads.add(new Head(row, rows));
		}
	}

	/**
	 * Returns the next duplicate.
	 * @return its row, or null after the last
	 */
	public @Nullable Row next() throws IOException {
		Head head = this.heads.poll();
		if (head == null) {
			return null;
		}
		advance(head.rest());
		return head.row();
	}

	@Override
	public void close() throws IOException {
		for (StagedRows rows : this.open) {
			rows.close();
		}
	}

	/**
	 * The next duplicate of one partition.
	 *
	 * @param row the duplicate
	 * @param rest what follows
	 */
	private record Head(Row row, StagedRows rest) {
	}

}
