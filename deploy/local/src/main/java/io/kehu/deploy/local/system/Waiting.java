package io.kehu.deploy.local.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for something to become true, asking again and again.
 */
final class Waiting {

	private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

	private Waiting() {
	}

	/**
	 * Returns whether the condition came true within the limit; false as well when the
	 * thread is interrupted, which stays so.
	 */
	static boolean until(BooleanSupplier condition, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(PAUSE_NANOS);
		}
		return true;
	}

}
