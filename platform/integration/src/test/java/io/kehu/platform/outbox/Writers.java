package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Threads that count on a few aggregates at once until stopped, whatever fails.
 */
final class Writers implements AutoCloseable {

	static final List<UUID> KEYS = LongStream.rangeClosed(1, 10).mapToObj((number) -> new UUID(0, number)).toList();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicBoolean running = new AtomicBoolean(true);

	private final List<CompletableFuture<Void>> threads;

	Writers(EventService service, int threads) {
		this.threads = IntStream.range(0, threads)
			.mapToObj((index) -> CompletableFuture.runAsync(() -> write(service),
					(task) -> new Thread(task, "writer").start()))
			.toList();
	}

	private void write(EventService service) {
		while (this.running.get()) {
			try {
				service.count(KEYS.get(ThreadLocalRandom.current().nextInt(KEYS.size())));
				this.acknowledged.incrementAndGet();
			}
			catch (DataAccessException | TransactionException ex) {
				// The database is away: the writer tries again
				Thread.onSpinWait();
			}
		}
	}

	void awaitMore(int versions) {
		int goal = this.acknowledged.get() + versions;
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.acknowledged.get() >= goal);
	}

	void stop() {
		this.running.set(false);
		this.threads.forEach(CompletableFuture::join);
	}

	@Override
	public void close() {
		stop();
	}

}
