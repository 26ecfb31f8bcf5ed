package io.kehu.platform.web;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats work that the database has rolled back because of a concurrent transaction,
 * after a short random pause.
 */
public final class Contention {

	private static final int MOST_ATTEMPTS = 50;

	/**
	 * A violation may be caused by a record that was stored at the same time, which the
	 * next attempt then finds, or by the work itself.
	 */
	private static final int MOST_VIOLATIONS = 3;

	private static final long LONGEST_PAUSE_NANOS = 40_000_000;

	private static final long PAUSE_STEP_NANOS = 4_000_000;

	private Contention() {
	}

	/**
	 * Returns the result of the work.
	 * @param work begins and ends its own transaction; it is not repeated within an outer
	 * transaction
	 * @throws Exception if the work fails for another reason, or too often
	 */
	public static <T> T resolve(Callable<T> work) throws Exception {
		int violations = 0;
		for (int attempt = 1;; attempt++) {
			try {
				return work.call();
			}
			catch (ConcurrencyFailureException ex) {
				if (attempt == MOST_ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
					throw ex;
				}
			}
			catch (DataIntegrityViolationException ex) {
				violations++;
				if (violations == MOST_VIOLATIONS || TransactionSynchronizationManager.isActualTransactionActive()) {
					throw ex;
				}
			}
			pause(attempt);
		}
	}

	private static void pause(int attempt) {
		long longest = Math.min(LONGEST_PAUSE_NANOS, attempt * PAUSE_STEP_NANOS);
		LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
	}

}
