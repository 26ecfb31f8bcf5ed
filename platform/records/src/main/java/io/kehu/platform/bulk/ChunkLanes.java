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
 * Stores two chunks at a time where they are about different things, so that the service
 * is at work on one while the database is on the other; results are passed on in order.
 * The caller and the trace are those of the thread that made it.
 */
final class ChunkLanes<R> implements AutoCloseable {

	private static final int LANES = 2;

	private static final ContextSnapshotFactory CONTEXTS = ContextSnapshotFactory.builder().build();

	private final ExecutorService threads = Executors.newFixedThreadPool(LANES, ChunkLanes::thread);

	private final Executor lanes = CONTEXTS.captureAll().wrapExecutor(this.threads);

	private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

	private CompletableFuture<@Nullable Void> beforeLast = this.last;

	/** What the last chunk is about, once that is known. */
	private CompletableFuture<Collection<?>> lastTouched = CompletableFuture.completedFuture(Set.of());

	/**
	 * Begins with a chunk as soon as there is a lane for it.
	 * @param keys what it is about; without, it waits for the one before
	 * @param work stores it, and may tell early of all keys of what it is about
	 * @param next takes the result, after those of all chunks before
	 * @throws IOException when a result before could not be passed on
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
	 * Waits until every result has been passed on.
	 * @throws IOException when one could not be
	 */
	void finish() throws IOException {
		await(this.last);
	}

	/** Lets chunks that were begun come to their end. */
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
