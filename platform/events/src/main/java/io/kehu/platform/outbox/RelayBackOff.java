package io.kehu.platform.outbox;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Back-off during an outage of Kafka or the database: logs the first failure as a
 * warning, increases the pause between attempts, and logs the end of the outage.
 */
final class RelayBackOff {

	private static final Logger logger = LoggerFactory.getLogger(OutboxRelay.class);

	private static final Duration FIRST = Duration.ofMillis(200);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private Duration pause = Duration.ZERO;

	void report(String message, Exception reason) {
		if (this.pause.isZero()) {
			logger.warn("{} ({}); trying again until it answers", message, reason.toString());
		}
		else {
			logger.debug(message, reason);
		}
	}

	/**
	 * Returns the time to wait before the next attempt; doubles with each call, up to
	 * five seconds.
	 */
	Duration pause() {
		Duration doubled = this.pause.isZero() ? FIRST : this.pause.multipliedBy(2);
		this.pause = (doubled.compareTo(LONGEST) > 0) ? LONGEST : doubled;
		return this.pause;
	}

	void over(String message) {
		if (!this.pause.isZero()) {
			this.pause = Duration.ZERO;
			logger.info(message);
		}
	}

}
