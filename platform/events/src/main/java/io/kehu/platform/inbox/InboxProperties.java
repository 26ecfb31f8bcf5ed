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
 * Configuration properties for the inbox.
 *
 * @param batchSize the maximum number of events to handle in one transaction
 * @param threads the number of threads of each consumer; one thread handles thousands of
 * events per second
 * @param retries the number of retries before an event becomes a dead letter; unlimited
 * while the database is unavailable
 * @param firstPause the pause before the first retry, doubled with each further retry
 * @param longestPause the maximum pause between retries
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
