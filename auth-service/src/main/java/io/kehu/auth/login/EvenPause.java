package io.kehu.auth.login;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Delays every refusal to the same moment, so that response times reveal neither how the
 * password was checked nor whether the account exists.
 */
class EvenPause {

	private static final String BEGAN = EvenPause.class.getName();

	private final Duration length;

	private final LongSupplier nanoseconds;

	private final LongConsumer wait;

	/**
	 * Creates the pause.
	 * @param length the time between an attempt and its refusal
	 * @param nanoseconds supplies the time, counted from an arbitrary origin
	 * @param wait waits for at most the given number of nanoseconds
	 */
	EvenPause(Duration length, LongSupplier nanoseconds, LongConsumer wait) {
		this.length = length;
		this.nanoseconds = nanoseconds;
		this.wait = wait;
	}

	/** Records the time of an attempt. */
	void begin(HttpServletRequest request) {
		request.setAttribute(BEGAN, this.nanoseconds.getAsLong());
	}

	/** Waits until the attempt may be answered, or the thread is interrupted. */
	void until(HttpServletRequest request) {
		if (request.getAttribute(BEGAN) instanceof Long began) {
			long end = began + this.length.toNanos();
			for (long left = end - this.nanoseconds.getAsLong(); left > 0
					&& !Thread.currentThread().isInterrupted(); left = end - this.nanoseconds.getAsLong()) {
				this.wait.accept(left);
			}
		}
	}

}
