package io.kehu.platform.idempotency;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Runs work that takes long and belongs to no transaction, such as calls to other
 * services, without holding a database connection.
 */
public final class OutsideWork {

	private static final ThreadLocal<KeyedTransaction> CURRENT = new ThreadLocal<>();

	private OutsideWork() {
	}

	/**
	 * Returns the result of the work. The transaction of a request with an
	 * {@code Idempotency-Key} is interrupted meanwhile: call this before the request
	 * changes anything, and not within another transaction.
	 */
	public static <T extends @Nullable Object> T call(Supplier<T> work) {
		KeyedTransaction transaction = CURRENT.get();
		if (transaction == null) {
			return work.get();
		}
		transaction.pause();
		try {
			return work.get();
		}
		finally {
			transaction.resume();
		}
	}

	/** Sets the transaction of the request that this thread processes. */
	static void within(KeyedTransaction transaction) {
		CURRENT.set(transaction);
	}

	/** Removes the transaction of the request that this thread has processed. */
	static void end() {
		CURRENT.remove();
	}

}
