package io.kehu.migration.staging;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.kehu.migration.intake.Row;

/**
 * Distributes rows over the partitions of a set.
 */
public final class SetWriter implements Closeable {

	private final StagingArea area;

	private final String id;

	private final Partitioning partitioning;

	private final TreeMap<Integer, PartitionWriter> open = new TreeMap<>();

	private final List<StagedPartition> done = new ArrayList<>();

	private long rows;

	SetWriter(StagingArea area, String id, Partitioning partitioning) {
		this.area = area;
		this.id = id;
		this.partitioning = partitioning;
	}

	/**
	 * Write the next row.
	 * @param row the row
	 */
	public void write(Row row) throws IOException {
		int number = this.partitioning.partition(row, this.rows++);
		PartitionWriter writer = this.open.get(number);
		if (writer == null) {
			if (this.partitioning.inOrder()) {
				completeBelow(number);
			}
			writer = this.area.writePartition(this.id, number);
			this.open.put(number, writer);
		}
		writer.write(row);
	}

	/**
	 * Close the partitions below one that get no more rows, so that they take no memory;
	 * ranges do so by themselves.
	 * @param number the lowest that may still get rows
	 */
	public void completeBelow(int number) throws IOException {
		while (!this.open.isEmpty() && this.open.firstKey() < number) {
			this.done.add(this.open.firstEntry().getValue().complete());
			this.open.pollFirstEntry();
		}
	}

	/**
	 * Make the set visible.
	 * @param columns its columns, known at the end
	 * @return the set
	 */
	public StagedSet complete(List<String> columns) throws IOException {
		completeBelow(Integer.MAX_VALUE);
		return this.area.complete(this.id, columns, this.done);
	}

	/** Throw away what is not complete. */
	@Override
	public void close() throws IOException {
		for (PartitionWriter writer : this.open.values()) {
			writer.close();
		}
	}

}
