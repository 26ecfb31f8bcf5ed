package io.kehu.platform.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A first-in, first-out queue of bytes on disk. The file is created when it is first
 * needed and unlinked at once, so that it does not outlive the process.
 */
final class SpoolFile implements AutoCloseable {

	private @Nullable FileChannel channel;

	private long read;

	private long written;

	/** Returns the number of bytes in the queue. */
	long size() {
		return this.written - this.read;
	}

	/**
	 * Adds bytes, either all of them or none.
	 */
	void add(byte[] bytes) throws IOException {
		ByteBuffer source = ByteBuffer.wrap(bytes);
		while (source.hasRemaining()) {
			channel().write(source, this.written + source.position());
		}
		this.written += bytes.length;
	}

	/**
	 * Removes and returns up to the given number of bytes, and releases the space on disk
	 * once the queue is empty.
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
