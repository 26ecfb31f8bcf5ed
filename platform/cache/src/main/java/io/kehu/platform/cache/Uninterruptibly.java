package io.kehu.platform.cache;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits that an interrupt does not cut short: they are bounded, and a write must not be
 * answered before the other instances know of it.
 */
final class Uninterruptibly {

	private Uninterruptibly() {
	}

	/** Returns whether the latch opened in time. */
	static boolean await(CountDownLatch latch, long nanos) {
		try {
			return waiting(nanos, (left) -> latch.await(left, TimeUnit.NANOSECONDS));
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the future's result. */
	static <T> T get(Future<T> future, long nanos) throws ExecutionException, TimeoutException {
		return waiting(nanos, (left) -> future.get(left, TimeUnit.NANOSECONDS));
	}

	private static <T> T waiting(long nanos, Wait<T> wait) throws ExecutionException, TimeoutException {
		long end = System.nanoTime() + nanos;
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return wait.until(end - System.nanoTime());
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** A bounded wait. */
	private interface Wait<T> {

		T until(long nanos) throws InterruptedException, ExecutionException, TimeoutException;

	}

}
