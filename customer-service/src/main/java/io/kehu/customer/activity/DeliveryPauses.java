package io.kehu.customer.activity;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When the delivery of an e-mail is tried again: for about a day, at longer and longer
 * intervals.
 */
final class DeliveryPauses {

	private static final int MOST_ATTEMPTS = 12;

	private static final int LONGEST_EXPONENT = 8;

	private DeliveryPauses() {
	}

	/** Returns the time of the next attempt, or null after the last one. */
	static @Nullable Instant next(int attempts, Instant now) {
		return (attempts >= MOST_ATTEMPTS) ? null
				: now.plus(Duration.ofMinutes(1L << Math.min(attempts - 1, LONGEST_EXPONENT)));
	}

}
