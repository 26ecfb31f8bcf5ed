package io.kehu.migration.staging;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;

import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of one partition in the order in which they were written.
 */
public final class StagedRows implements Closeable {

	private final DataInputStream input;

	StagedRows(DataInputStream input) {
		this.input = input;
	}

	/**
	 * Read on.
	 * @return the next row, or null at the end
	 * @throws IOException when the partition is not what was written
	 */
	public @Nullable Row next() throws IOException {
		return RowCodec.read(this.input);
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
