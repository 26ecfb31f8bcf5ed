package io.kehu.platform.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test advances it, so that a test has the time that it
 * states, however slow the machine is.
 */
public final class SettableClock extends Clock {

	private volatile Instant now;

	/** Creates a clock that shows a certain time. */
	public SettableClock() {
		this(Instant.parse("2026-01-01T00:00:00Z"));
	}

	/**
	 * Creates a clock.
	 * @param now the time that it shows
	 */
	public SettableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Advances the clock.
	 * @param duration by how much
	 */
	public void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
