package io.kehu.platform.cloud;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Tells the time in microseconds: finer instants would not come back from a database as
 * they went in. {@link Clock#tick} cannot be used, its {@code millis()} divides by zero
 * when the tick is shorter than a millisecond.
 */
final class MicrosecondClock extends Clock {

	private final Clock source;

	MicrosecondClock(Clock source) {
		this.source = source;
	}

	@Override
	public ZoneId getZone() {
		return this.source.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new MicrosecondClock(this.source.withZone(zone));
	}

	@Override
	public Instant instant() {
		return this.source.instant().truncatedTo(ChronoUnit.MICROS);
	}

	@Override
	public long millis() {
		return this.source.millis();
	}

}
