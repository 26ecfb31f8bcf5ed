package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Configuration properties for the outbox.
 *
 * @param topics topics that the service publishes to in addition to those that its beans
 * declare
 * @param partitions the number of partitions of a topic when it is created
 * @param replicas the number of replicas of a topic when it is created, or -1 for the
 * broker's default
 * @param batchSize the maximum number of events to publish in one Kafka transaction
 * @param standby the interval at which a standby instance tries to become the leader
 * @param heldFor the time for which an event that the broker has rejected is held before
 * its first retry; doubled with each retry, up to one hour
 * @param transactionTimeout the time for which Kafka keeps a transaction open; a delivery
 * times out after two thirds of it, a single request after one third
 */
@Validated
@ConfigurationProperties("kehu.outbox")
record OutboxProperties(@DefaultValue Set<String> topics, @DefaultValue("6") @Min(1) int partitions,
		@DefaultValue("-1") short replicas, @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize,
		@DefaultValue("1s") @DurationMin(millis = 10) Duration standby,
		@DefaultValue("1m") @DurationMin(millis = 10) Duration heldFor,
		@DefaultValue("15s") @DurationMin(seconds = 1) Duration transactionTimeout) {

	/** Returns the timeout of a single request to Kafka, in milliseconds. */
	int requestTimeoutMillis() {
		return Math.toIntExact(this.transactionTimeout.toMillis() / 3);
	}

	/**
	 * Returns the timeout of a delivery or a call to Kafka including retries, in
	 * milliseconds.
	 */
	int deliveryTimeoutMillis() {
		return 2 * requestTimeoutMillis();
	}

}
