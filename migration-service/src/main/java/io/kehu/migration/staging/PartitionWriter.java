package io.kehu.migration.staging;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.github.luben.zstd.ZstdOutputStream;
import io.kehu.migration.intake.Row;

/**
 * Writes one partition; it is there for others only when it is complete, so that a step
 * that was killed can simply be run again.
 */
public final class PartitionWriter implements Closeable {

	private static final int LEVEL = 3;

	private static final int BUFFER = 1 << 15;

	private final Path unfinished;

	private final Path file;

	private final int number;

	private final DataOutputStream output;

	private long rows;

	PartitionWriter(Path file, int number, StagingCipher cipher, String context) throws IOException {
		this.file = file;
		this.number = number;
		this.unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(),
				".part");
		this.output = new DataOutputStream(new BufferedOutputStream(
				new ZstdOutputStream(cipher.encrypt(this.unfinished, context), LEVEL), BUFFER));
	}

	/**
	 * Write the next row.
	 * @param row the row
	 */
	public void write(Row row) throws IOException {
		RowCodec.write(row, this.output);
		this.rows++;
	}

	/**
	 * Make the partition visible, in the place of an earlier one of its number.
	 * @return what was written
	 */
	public StagedPartition complete() throws IOException {
		this.output.close();
		Files.move(this.unfinished, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		return new StagedPartition(this.number, this.rows);
	}

	/** Throw away what is not complete. */
	@Override
	public void close() throws IOException {
		this.output.close();
		Files.deleteIfExists(this.unfinished);
	}

}
