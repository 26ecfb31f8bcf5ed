package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of longs that is written once, read once, and then gone.
 */
final class LongSpill implements Closeable {

	private static final int BUFFER = 64 << 10;

	private final Path file;

	private final FileChannel channel;

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

	private long size;

	LongSpill(Path directory) throws IOException {
		this.file = Files.createTempFile(directory, "spill", ".longs");
		this.channel = FileChannel.open(this.file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
	}

	void write(long value) throws IOException {
		if (this.buffer.remaining() < Long.BYTES) {
			flush();
		}
		this.buffer.putLong(value);
		this.size++;
	}

	private void flush() throws IOException {
		this.buffer.flip();
		while (this.buffer.hasRemaining()) {
			this.channel.write(this.buffer);
		}
		this.buffer.clear();
	}

	/** Returns how many longs it holds. */
	long size() {
		return this.size;
	}

	/** Turn from writing to reading. */
	void rewind() throws IOException {
		flush();
		this.channel.position(0);
		this.buffer.limit(0);
	}

	long read() throws IOException {
		while (this.buffer.remaining() < Long.BYTES) {
			this.buffer.compact();
			int read = this.channel.read(this.buffer);
			this.buffer.flip();
			if (read < 0) {
				throw new EOFException("A spill file is shorter than written: " + this.file);
			}
		}
		return this.buffer.getLong();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
