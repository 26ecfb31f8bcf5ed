package io.kehu.platform.inbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.validation.annotation.Validated;

/**
 * How a service consumes.
 *
 * @param batchSize the most events that are handled in one transaction
 * @param threads the number of threads of each consumer; one handles thousands of events
 * a second
 * @param retries how often an event is tried again before it becomes a dead letter; while
 * the database is away there is no such limit
 * @param firstPause the pause before the first retry, doubled from one to the next
 * @param longestPause the longest pause
 */
@Validated
@ConfigurationProperties("kehu.inbox")
record InboxProperties(@DefaultValue("500") @Min(1) @Max(10_000) int batchSize, @DefaultValue("1") @Min(1) int threads,
		@DefaultValue("6") @Min(0) int retries, @DefaultValue("200ms") @DurationMin(millis = 1) Duration firstPause,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration longestPause) {

	BackOff limited() {
		ExponentialBackOff backOff = unlimited();
		backOff.setMaxAttempts(this.retries);
		return backOff;
	}

	ExponentialBackOff unlimited() {
		ExponentialBackOff backOff = new ExponentialBackOff(this.firstPause.toMillis(), 2);
		backOff.setMaxInterval(this.longestPause.toMillis());
		return backOff;
	}

}
