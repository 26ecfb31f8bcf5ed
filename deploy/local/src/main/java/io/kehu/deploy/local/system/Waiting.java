package io.kehu.deploy.local.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for a condition by polling.
 */
final class Waiting {

	private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

	private Waiting() {
	}

	/**
	 * Returns whether the condition became true within the limit; also false if the
	 * thread is interrupted, in which case it stays interrupted.
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
