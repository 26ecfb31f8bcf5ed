package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file of keys with their hashes and lines, sorted by hash, key and line; its parts,
 * each a range of hashes, may be read apart.
 */
final class KeyRun implements Closeable {

	/** How many ranges of hashes there are. */
	static final int PARTS = 4;

	/** Bytes before each key: its hash, its line and its length. */
	static final int HEAD = 2 * Long.BYTES + Integer.BYTES;

	static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private static final int BUFFER = 256 << 10;

	private final FileChannel channel;

	private final long[] starts = new long[PARTS + 1];

	private byte[] buffer = new byte[BUFFER];

	private int used;

	private long written;

	private int part;

	KeyRun(Path directory) throws IOException {
		Path file = Files.createTempFile(directory, "run", ".keys");
		this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
	}

	/** Adds a key that is not before the last one. */
	void write(long hash, long line, byte[] bytes, int offset, int length) throws IOException {
		for (int current = (int) (hash >> 62) + PARTS / 2; this.part < current;) {
			this.starts[++this.part] = this.written + this.used;
		}
		if (this.used + HEAD + length > this.buffer.length) {
			flush();
			if (HEAD + length > this.buffer.length) {
				this.buffer = Arrays.copyOf(this.buffer, HEAD + length);
			}
		}
		LONGS.set(this.buffer, this.used, hash);
		LONGS.set(this.buffer, this.used + Long.BYTES, line);
		INTS.set(this.buffer, this.used + 2 * Long.BYTES, length);
		System.arraycopy(bytes, offset, this.buffer, this.used + HEAD, length);
		this.used += HEAD + length;
	}

	private void flush() throws IOException {
		ByteBuffer rest = ByteBuffer.wrap(this.buffer, 0, this.used);
		while (rest.hasRemaining()) {
			this.written += this.channel.write(rest);
		}
		this.used = 0;
	}

	/** Ends the writing. */
	KeyRun finish() throws IOException {
		flush();
		this.buffer = new byte[0];
		while (this.part < PARTS) {
			this.starts[++this.part] = this.written;
		}
		return this;
	}

	/** Reads a part of what was written; several may be read at once. */
	KeyReader read(int index) {
		return new KeyReader(this.channel, this.starts[index], this.starts[index + 1]);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
