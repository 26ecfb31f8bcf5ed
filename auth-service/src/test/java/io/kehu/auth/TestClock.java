package io.kehu.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.kehu.platform.test.Renewable;

import org.springframework.boot.test.context.TestComponent;

/**
 * The service's clock, which tests move forward instead of waiting.
 */
@TestComponent
class TestClock extends Clock implements Renewable {

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	/**
	 * Moves the clock forward.
	 */
	void advance(Duration time) {
		this.ahead.updateAndGet((before) -> before.plus(time));
	}

	@Override
	public void renew() {
		this.ahead.set(Duration.ZERO);
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead.get()).truncatedTo(ChronoUnit.MICROS);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
