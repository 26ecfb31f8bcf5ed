package io.kehu.auth.throttle;

import java.time.Duration;

/**
 * What can be guessed at, and how often before it gets slow.
 */
public enum Guess {

	/** At the password of one account, from anywhere. */
	ACCOUNT(5, Duration.ofSeconds(1), 10),

	/** At passwords of any account, from one address. */
	ADDRESS(50, Duration.ofSeconds(1), 60),

	/** At the second factor of one account, by somebody who knows its password. */
	FACTOR(5, Duration.ofSeconds(2), 10),

	/** Asking for letters to one account. */
	LETTER(3, Duration.ofMinutes(1), 10),

	/** Asking for letters from one address. */
	LETTERS(20, Duration.ofSeconds(10), 40);

	/** No wait is longer, so that nobody can lock somebody else out for good. */
	static final Duration LONGEST = Duration.ofMinutes(15);

	/** After so long without an attempt all is forgotten. */
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

	/** Whether many people share what is guessed at, so that one success says little. */
	boolean isOfMany() {
		return this == ADDRESS || this == LETTERS;
	}

	/** The attempt at which somebody should be told. */
	int noticed() {
		return this.noticed;
	}

	/**
	 * Returns how long to wait after so many attempts, twice as long each time.
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
