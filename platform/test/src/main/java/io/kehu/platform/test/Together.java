package io.kehu.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs calls at the same moment, each in a thread of its own. The common pool, which has
 * one thread on two processors, would run them one after the other.
 */
public final class Together {

	private Together() {
	}

	/**
	 * Runs calls at the same moment.
	 * @param <T> the type of the results
	 * @param calls the calls
	 * @return their results, in the order of the calls
	 * @throws java.util.concurrent.CompletionException if one of them fails, with the
	 * failure as its cause
	 */
	public static <T> List<T> run(List<Supplier<T>> calls) {
		CyclicBarrier start = new CyclicBarrier(calls.size());
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		try {
			List<CompletableFuture<T>> running = new ArrayList<>();
			for (Supplier<T> call : calls) {
				running.add(CompletableFuture.supplyAsync(() -> {
					await(start);
					return call.get();
				}, threads));
			}
			return running.stream().map(CompletableFuture::join).toList();
		}
		finally {
			threads.shutdown();
		}
	}

	/**
	 * Runs a call a number of times at the same moment.
	 * @param <T> the type of the results
	 * @param times how many times
	 * @param call the call, given its number from zero
	 * @return the results, in the order of the numbers
	 */
	public static <T> List<T> run(int times, IntFunction<T> call) {
		return run(IntStream.range(0, times).mapToObj((index) -> (Supplier<T>) () -> call.apply(index)).toList());
	}

	private static void await(CyclicBarrier start) {
		try {
			start.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
