package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stores two chunks at a time if they concern different records, so that the service
 * processes one while the database stores the other. Results are passed on in order.
 * Chunks are stored with the security and trace context of the thread that created this
 * object.
 */
final class ChunkLanes<R> implements AutoCloseable {

	private static final int LANES = 2;

	private static final ContextSnapshotFactory CONTEXTS = ContextSnapshotFactory.builder().build();

	private final ExecutorService threads = Executors.newFixedThreadPool(LANES, ChunkLanes::thread);

	private final Executor lanes = CONTEXTS.captureAll().wrapExecutor(this.threads);

	private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

	private CompletableFuture<@Nullable Void> beforeLast = this.last;

	/** The keys of the records that the last chunk concerns, once they are known. */
	private CompletableFuture<Collection<?>> lastTouched = CompletableFuture.completedFuture(Set.of());

	/**
	 * Starts storing a chunk as soon as a lane is free.
	 * @param keys the keys of the records that the chunk concerns, or null if they are
	 * unknown and the chunk has to wait for those before it
	 * @param work stores the chunk, and may report the keys of all records concerned
	 * before it is done
	 * @param next receives the result, after the results of all earlier chunks
	 * @throws IOException if an earlier result could not be passed on
	 */
	void begin(@Nullable Set<?> keys, Function<Consumer<Collection<?>>, R> work, Consumer<R> next) throws IOException {
		await(this.beforeLast);
		if (keys == null || !Collections.disjoint(keys, this.lastTouched.join())) {
			await(this.last);
		}
		CompletableFuture<Collection<?>> touched = new CompletableFuture<>();
		CompletableFuture<R> stored = CompletableFuture.supplyAsync(() -> work.apply(touched::complete), this.lanes)
			.whenComplete((result, failure) -> touched.complete(Set.of()));
		this.beforeLast = this.last;
		this.last = this.last.thenCombine(stored, (nothing, result) -> {
			next.accept(result);
			return null;
		});
		this.lastTouched = touched;
	}

	/**
	 * Waits until all results have been passed on.
	 * @throws IOException if a result could not be passed on
	 */
	void finish() throws IOException {
		await(this.last);
	}

	/** Waits for the chunks that have been started. */
	@Override
	public void close() {
		this.last.exceptionally((failure) -> null).join();
		this.threads.shutdown();
	}

	private static void await(CompletableFuture<?> passedOn) throws IOException {
		try {
			passedOn.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof UncheckedIOException failure) {
				throw failure.getCause();
			}
			throw ex;
		}
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "kehu-bulk-lane");
		thread.setDaemon(true);
		return thread;
	}

}
