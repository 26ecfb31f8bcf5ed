package io.kehu.auth.throttle;

import java.time.Duration;

/**
 * One answer to an attempt.
 *
 * @param delay how long to wait before the attempt may be made, zero when it may be made
 * now
 * @param count how many attempts there were, this one included; 0 when it may not be made
 */
record Attempts(Duration delay, int count) {

	static Attempts after(Duration delay) {
		return new Attempts(delay, 0);
	}

	static Attempts made(int count) {
		return new Attempts(Duration.ZERO, count);
	}

}
