package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import io.kehu.migration.job.JobFailure;

/**
 * Makes many small requests to another service, several at a time.
 */
final class FanOut {

	private static final int AT_ONCE = 8;

	private FanOut() {
	}

	/**
	 * Returns the result for each item in their order.
	 * @throws RuntimeException the first failure
	 */
	static <T, R> List<R> map(List<T> items, Function<T, R> request) {
		if (items.isEmpty()) {
			return List.of();
		}
		ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, items.size()));
		try {
			List<Future<R>> futures = new ArrayList<>();
			items.forEach((item) -> futures.add(threads.submit(() -> request.apply(item))));
			List<R> results = new ArrayList<>();
			for (Future<R> future : futures) {
				results.add(future.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new JobFailure("The instance is shutting down; restart the job later");
		}
		finally {
			threads.shutdownNow();
		}
	}

}
