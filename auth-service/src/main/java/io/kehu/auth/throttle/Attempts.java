package io.kehu.auth.throttle;

import java.time.Duration;

/**
 * The result of an attempt.
 *
 * @param delay the time until the attempt is allowed; zero if it is allowed now
 * @param count the number of attempts including this one; 0 if it isn't allowed
 */
public record Attempts(Duration delay, int count) {

	static Attempts after(Duration delay) {
		return new Attempts(delay, 0);
	}

	static Attempts made(int count) {
		return new Attempts(Duration.ZERO, count);
	}

}
