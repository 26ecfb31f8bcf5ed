package io.kehu.migration.staging;

import java.io.Closeable;
import java.io.IOException;

import io.kehu.migration.intake.Row;

/**
 * Writes the rows of one partition. It only becomes visible to others once it is
 * complete, so that a killed step can simply be run again.
 */
public final class PartitionWriter implements Closeable {

	private final PartitionFile file;

	private final int number;

	private long rows;

	PartitionWriter(PartitionFile file, int number) {
		this.file = file;
		this.number = number;
	}

	/**
	 * Write the next row.
	 * @param row the row
	 */
	public void write(Row row) throws IOException {
		RowCodec.write(row, this.file.output());
		this.rows++;
	}

	/**
	 * Make the partition visible, in the place of an earlier one of its number.
	 * @return what was written
	 */
	public StagedPartition complete() throws IOException {
		this.file.complete();
		return new StagedPartition(this.number, this.rows);
	}

	/** Throw away what is not complete. */
	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
