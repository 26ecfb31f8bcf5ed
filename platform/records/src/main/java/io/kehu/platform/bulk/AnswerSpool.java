package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers in a separate thread, and buffers those that the client has not read yet.
 * Many clients read nothing until they have sent the whole request, so a load that waited
 * for them to read would never finish. Answers are buffered in memory first and then on
 * disk; a load waits only if both are full.
 */
final class AnswerSpool implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AnswerSpool.class);

	private static final int IN_MEMORY = 1 << 20;

	private static final long ON_DISK = 4L << 30;

	private static final int PIECE = 1 << 16;

	private final OutputStream client;

	private final long mostOnDisk;

	private final Lock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/** The buffered answers that precede all answers on disk. */
	private final Deque<byte[]> inMemory = new ArrayDeque<>();

	private int bytesInMemory;

	private final SpoolFile onDisk = new SpoolFile();

	private boolean diskRefused;

	private boolean complete;

	private @Nullable Exception failure;

	private final Thread thread;

	AnswerSpool(OutputStream client) {
		this(client, ON_DISK);
	}

	AnswerSpool(OutputStream client, long mostOnDisk) {
		this.client = client;
		this.mostOnDisk = mostOnDisk;
		this.thread = new Thread(this::send, "kehu-bulk-answers");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Queues an answer to be sent after the earlier ones, and waits while the buffers are
	 * full.
	 * @throws IOException if the client no longer accepts answers
	 */
	void add(byte[] answer) throws IOException {
		this.lock.lock();
		try {
			while (!keep(answer)) {
				this.changed.awaitUninterruptibly();
			}
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until all answers have been sent to the client.
	 * @throws IOException if the client no longer accepts answers
	 */
	@Override
	public void close() throws IOException {
		this.lock.lock();
		try {
			this.complete = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		boolean interrupted = false;
		while (this.thread.isAlive()) {
			try {
				this.thread.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
				this.thread.interrupt();
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		throwFailure();
	}

	private boolean keep(byte[] answer) throws IOException {
		throwFailure();
		if (this.onDisk.size() == 0 && (this.inMemory.isEmpty() || this.bytesInMemory + answer.length <= IN_MEMORY)) {
			this.inMemory.add(answer);
			this.bytesInMemory += answer.length;
			return true;
		}
		return keepOnDisk(answer);
	}

	private boolean keepOnDisk(byte[] answer) {
		try {
			if (this.diskRefused || this.onDisk.size() + answer.length > this.mostOnDisk) {
				return false;
			}
			this.onDisk.add(answer);
			return true;
		}
		catch (IOException ex) {
			this.diskRefused = true;
			logger.warn("Answers cannot be kept on disk, so the load waits for its client: {}", ex.toString());
			return false;
		}
	}

	private void send() {
		try {
			for (List<byte[]> next = next(); !next.isEmpty(); next = next()) {
				for (byte[] answer : next) {
					this.client.write(answer);
				}
				if (isEmpty()) {
					this.client.flush();
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			fail(ex);
		}
		finally {
			closeFile();
		}
	}

	/** Waits for answers and returns them; returns an empty list after the last ones. */
	private List<byte[]> next() throws IOException {
		this.lock.lock();
		try {
			while (isEmpty() && !this.complete) {
				this.changed.awaitUninterruptibly();
			}
			List<byte[]> next = new ArrayList<>(this.inMemory);
			this.inMemory.clear();
			this.bytesInMemory = 0;
			if (next.isEmpty() && this.onDisk.size() > 0) {
				next.add(this.onDisk.take(PIECE));
			}
			this.changed.signalAll();
			return next;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isEmpty() {
		this.lock.lock();
		try {
			return this.inMemory.isEmpty() && this.onDisk.size() == 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void fail(Exception ex) {
		this.lock.lock();
		try {
			this.failure = ex;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void throwFailure() throws IOException {
		if (this.failure != null) {
			throw new IOException("The client takes no more answers", this.failure);
		}
	}

	private void closeFile() {
		this.lock.lock();
		try {
			this.onDisk.close();
		}
		catch (IOException ex) {
			logger.debug("A file of answers could not be closed", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

}
