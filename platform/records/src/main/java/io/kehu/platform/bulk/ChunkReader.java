package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Reads and validates the next chunk of lines in a separate thread while the previous one
 * is being stored. It never reads further ahead than that, so memory use is bounded and a
 * client that sends faster than the database stores has to wait.
 */
final class ChunkReader<T> implements AutoCloseable {

	private static final int LINES = 500;

	private static final int BYTES = 4 << 20;

	private static final int LONGEST_LINE = 1 << 20;

	private final LineReader lines;

	private final BulkLineParser<T> parser;

	private final BlockingQueue<Chunk<T>> ready = new ArrayBlockingQueue<>(1);

	private final Thread thread;

	ChunkReader(InputStream body, BulkLineParser<T> parser) {
		this.lines = new LineReader(body, LONGEST_LINE);
		this.parser = parser;
		this.thread = new Thread(this::read, "kehu-bulk-reader");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Returns the next lines, or an empty list after the last ones.
	 * @throws IOException if the body cannot be read completely
	 */
	List<BulkLine<T>> next() throws IOException {
		Chunk<T> chunk = take();
		if (chunk.failure() instanceof IOException failure) {
			throw failure;
		}
		if (chunk.failure() != null) {
			throw new IllegalStateException("The body could not be read", chunk.failure());
		}
		return chunk.lines();
	}

	private Chunk<T> take() throws IOException {
		try {
			return this.ready.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while waiting for lines", ex);
		}
	}

	private void read() {
		try {
			try {
				List<BulkLine<T>> chunk;
				do {
					chunk = chunk();
					this.ready.put(new Chunk<>(chunk, null));
				}
				while (!chunk.isEmpty());
			}
			catch (IOException | RuntimeException ex) {
				this.ready.put(new Chunk<>(List.of(), ex));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Reads the next lines; returns an empty list at the end. */
	private List<BulkLine<T>> chunk() throws IOException {
		List<BulkLine<T>> chunk = new ArrayList<>(LINES);
		int bytes = 0;
		while (chunk.size() < LINES && bytes < BYTES) {
			byte[] line = this.lines.next();
			if (line == null) {
				break;
			}
			if (line.length > 0) {
				chunk.add(parse(line));
				bytes += line.length;
			}
		}
		return chunk;
	}

	private BulkLine<T> parse(byte[] line) {
		long number = this.lines.number();
		return this.lines.tooLong(line)
				? this.parser.rejected(number,
						FieldError.at("", "invalid_length", "a line holds at most %d bytes".formatted(LONGEST_LINE)))
				: this.parser.parse(number, line);
	}

	/**
	 * Waits for the reader thread: the body must not be read after the request has ended.
	 */
	@Override
	public void close() {
		this.thread.interrupt();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The lines of a chunk, or the failure to read them.
	 */
	private record Chunk<T>(List<BulkLine<T>> lines, @Nullable Exception failure) {
	}

}
