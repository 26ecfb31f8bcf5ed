package io.kehu.platform.rehearsal;

import java.util.concurrent.Callable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a change without storing it: all transactions of the thread are rolled back. The
 * change is made by the same code, so that its answer is the one that it would get.
 */
public final class Rehearsal {

	/** The query parameter that requests a dry run. */
	public static final String PARAMETER = "dryRun";

	private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

	private Rehearsal() {
	}

	/** Returns whether this thread must not store anything. */
	public static boolean active() {
		return ACTIVE.get();
	}

	/**
	 * Returns the result of work.
	 * @param dryRun whether the transactions of the work are rolled back
	 * @throws IllegalStateException if a transaction has begun already, which would be
	 * committed
	 * @throws Exception if the work does
	 */
	public static <T> T call(boolean dryRun, Callable<T> work) throws Exception {
		boolean before = active();
		if (dryRun && !before) {
			begin();
		}
		try {
			return work.call();
		}
		finally {
			ACTIVE.set(before);
		}
	}

	static void begin() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("A dry run cannot begin within a transaction");
		}
		ACTIVE.set(true);
	}

	static void end() {
		ACTIVE.remove();
	}

}
