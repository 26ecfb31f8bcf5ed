package io.kehu.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Counts attempts in this process while Redis is unavailable, so that there is always a
 * limit.
 */
class LocalCounters {

	private static final int MOST = 100_000;

	private final Clock clock;

	private final Cache<String, Counter> counters = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterAccess(Guess.KEPT)
		.build();

	LocalCounters(Clock clock) {
		this.clock = clock;
	}

	Attempts attempt(Guess guess, String key) {
		Instant now = this.clock.instant();
		Counter counter = this.counters.asMap()
			.merge(key, new Counter(1, now.plus(guess.delayAfter(1)), Duration.ZERO),
					(known, first) -> known.next(guess, now));
		return counter.delay().isZero() ? Attempts.made(counter.attempts()) : Attempts.after(counter.delay());
	}

	/** Returns the attempts so far without counting one. */
	Attempts known(String key) {
		Counter counter = this.counters.getIfPresent(key);
		if (counter == null) {
			return Attempts.made(0);
		}
		Duration delay = Duration.between(this.clock.instant(), counter.due());
		return new Attempts(delay.isNegative() ? Duration.ZERO : delay, counter.attempts());
	}

	void succeeded(Guess guess, String key) {
		this.counters.asMap()
			.computeIfPresent(key, (same, known) -> guess.isOfMany() ? known.takenBack(this.clock.instant()) : null);
	}

	/**
	 * The attempts so far.
	 *
	 * @param due the time at which the next one is allowed
	 * @param delay how much too early the last one was
	 */
	private record Counter(int attempts, Instant due, Duration delay) {

		Counter takenBack(Instant now) {
			return new Counter(this.attempts - 1, now, Duration.ZERO);
		}

		Counter next(Guess guess, Instant now) {
			if (now.isBefore(this.due)) {
				return new Counter(this.attempts, this.due, Duration.between(now, this.due));
			}
			int count = this.attempts + 1;
			return new Counter(count, now.plus(guess.delayAfter(count)), Duration.ZERO);
		}

	}

}
