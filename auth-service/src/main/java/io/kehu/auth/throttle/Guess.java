package io.kehu.auth.throttle;

import java.time.Duration;

/**
 * What attackers may guess, and the limits that apply.
 */
public enum Guess {

	/** The password of an account, from any address. */
	ACCOUNT(5, Duration.ofSeconds(1), 10),

	/** Passwords of any account, from one address. */
	ADDRESS(50, Duration.ofSeconds(1), 60),

	/** The second factor of an account whose password is known. */
	FACTOR(5, Duration.ofSeconds(2), 10),

	/** The secret of a client, from one address. */
	CLIENT(10, Duration.ofSeconds(1), 20),

	/** Requests for password e-mails to one account. */
	RESET_OF_ACCOUNT(3, Duration.ofMinutes(1), 10),

	/** Requests for password e-mails from one address. */
	RESET_FROM_ADDRESS(20, Duration.ofSeconds(10), 40);

	/** The maximum delay, so that attackers can't lock users out permanently. */
	static final Duration LONGEST = Duration.ofMinutes(15);

	/** The idle time after which the attempts are forgotten. */
	static final Duration KEPT = Duration.ofHours(2);

	private final int free;

	private final Duration first;

	private final int noticed;

	Guess(int free, Duration first, int noticed) {
		this.free = free;
		this.first = first;
		this.noticed = noticed;
	}

	int free() {
		return this.free;
	}

	Duration first() {
		return this.first;
	}

	/**
	 * Returns whether many users share the subject, so that one success proves little.
	 */
	boolean isOfMany() {
		return this == ADDRESS || this == RESET_FROM_ADDRESS;
	}

	/** The number of attempts at which an alert is raised. */
	int noticed() {
		return this.noticed;
	}

	/**
	 * Returns the delay after this number of attempts, which doubles each time.
	 */
	Duration delayAfter(int attempts) {
		int over = attempts - this.free;
		if (over < 0) {
			return Duration.ZERO;
		}
		Duration delay = this.first.multipliedBy(1L << Math.min(over, 20));
		return (delay.compareTo(LONGEST) < 0) ? delay : LONGEST;
	}

}
