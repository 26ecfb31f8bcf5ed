package io.kehu.auth.login;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Has every refusal come equally late, so that its time does not tell how long somebody
 * looked at the password, and with it whether there is such an account.
 */
class EvenPause {

	/** More than any hash takes that is accepted. */
	static final Duration LENGTH = Duration.ofMillis(500);

	private static final String BEGAN = EvenPause.class.getName();

	private final LongSupplier nanoseconds;

	private final LongConsumer wait;

	/**
	 * Creates the pause.
	 * @param nanoseconds tells the time, counted from anywhere
	 * @param wait lets so many nanoseconds pass, or fewer
	 */
	EvenPause(LongSupplier nanoseconds, LongConsumer wait) {
		this.nanoseconds = nanoseconds;
		this.wait = wait;
	}

	/** Notes when an attempt came. */
	void begin(HttpServletRequest request) {
		request.setAttribute(BEGAN, this.nanoseconds.getAsLong());
	}

	/** Returns when it may be answered, or when somebody interrupts the thread. */
	void until(HttpServletRequest request) {
		if (request.getAttribute(BEGAN) instanceof Long began) {
			long end = began + LENGTH.toNanos();
			for (long left = end - this.nanoseconds.getAsLong(); left > 0
					&& !Thread.currentThread().isInterrupted(); left = end - this.nanoseconds.getAsLong()) {
				this.wait.accept(left);
			}
		}
	}

}
