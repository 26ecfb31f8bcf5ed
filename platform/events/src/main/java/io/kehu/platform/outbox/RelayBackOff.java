package io.kehu.platform.outbox;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One outage of Kafka or the database: said once in the log, tried again ever more
 * slowly, and said to be over.
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

	/** The time to wait now; doubled from one call to the next. */
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
