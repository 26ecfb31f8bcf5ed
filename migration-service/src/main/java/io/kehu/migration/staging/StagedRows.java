package io.kehu.migration.staging;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.ZstdInputStream;
import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of one partition in the order in which they were written.
 */
public final class StagedRows implements Closeable {

	private static final int BUFFER = 1 << 15;

	private final DataInputStream input;

	StagedRows(InputStream decrypted) throws IOException {
		this.input = new DataInputStream(new BufferedInputStream(new ZstdInputStream(decrypted), BUFFER));
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
