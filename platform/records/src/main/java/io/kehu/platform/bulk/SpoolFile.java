package io.kehu.platform.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that leave in the order in which they came, on disk in between. The file is
 * opened when it is needed and has no name from then on, so that nothing of it outlives
 * the process.
 */
final class SpoolFile implements AutoCloseable {

	private @Nullable FileChannel channel;

	private long read;

	private long written;

	/** Returns how many bytes wait in it. */
	long size() {
		return this.written - this.read;
	}

	/**
	 * Adds bytes, all or none of them.
	 */
	void add(byte[] bytes) throws IOException {
		ByteBuffer source = ByteBuffer.wrap(bytes);
		while (source.hasRemaining()) {
			channel().write(source, this.written + source.position());
		}
		this.written += bytes.length;
	}

	/**
	 * Takes the next bytes, at most so many, and gives their room on disk back once
	 * nothing is left.
	 */
	byte[] take(int most) throws IOException {
		ByteBuffer next = ByteBuffer.allocate((int) Math.min(most, size()));
		while (next.hasRemaining()) {
			if (channel().read(next, this.read + next.position()) < 0) {
				throw new IOException("Answers have been lost on disk");
			}
		}
		this.read += next.capacity();
		if (size() == 0) {
			channel().truncate(0);
			this.read = 0;
			this.written = 0;
		}
		return next.array();
	}

	@Override
	public void close() throws IOException {
		if (this.channel != null) {
			this.channel.close();
		}
	}

	private FileChannel channel() throws IOException {
		if (this.channel == null) {
			Path path = Files.createTempFile("kehu-bulk-", ".answers");
			try {
				this.channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
			}
			finally {
				Files.delete(path);
			}
		}
		return this.channel;
	}

}
