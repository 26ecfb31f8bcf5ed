package io.kehu.migration.staging;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.github.luben.zstd.ZstdOutputStream;

/**
 * One partition while it is written as bytes. It only becomes visible to others once it
 * is complete, so that a killed step can simply be run again.
 */
public final class PartitionFile implements Closeable {

	private static final int LEVEL = 3;

	private static final int BUFFER = 1 << 15;

	private final Path unfinished;

	private final Path file;

	private final DataOutputStream output;

	PartitionFile(Path file, StagingCipher cipher, String context) throws IOException {
		this.file = file;
		this.unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(),
				".part");
		this.output = new DataOutputStream(new BufferedOutputStream(
				new ZstdOutputStream(cipher.encrypt(this.unfinished, context), LEVEL), BUFFER));
	}

	/** Takes the bytes. */
	public DataOutputStream output() {
		return this.output;
	}

	/** Make the partition visible, in the place of an earlier one of its number. */
	public void complete() throws IOException {
		this.output.close();
		Files.move(this.unfinished, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Throw away what is not complete. */
	@Override
	public void close() throws IOException {
		this.output.close();
		Files.deleteIfExists(this.unfinished);
	}

}
