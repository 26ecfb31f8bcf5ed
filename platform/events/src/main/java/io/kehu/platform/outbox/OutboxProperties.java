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
 * What a service publishes, and how.
 *
 * @param topics the topics that the service owns; it creates them where they are missing.
 * None: the service publishes nothing
 * @param partitions the number of partitions of a topic when it is created
 * @param replicas the number of replicas of a topic when it is created; -1: the broker's
 * default
 * @param batchSize the most events that are published in one Kafka transaction
 * @param standby how often a standing-by instance tries to become the leader
 * @param heldFor how long an event that the broker refuses waits before its first retry;
 * doubled with each, to one hour
 * @param transactionTimeout how long Kafka keeps a transaction open; a delivery is given
 * up after two thirds of it, a single request after one third
 */
@Validated
@ConfigurationProperties("kehu.outbox")
record OutboxProperties(@DefaultValue Set<String> topics, @DefaultValue("6") @Min(1) int partitions,
		@DefaultValue("-1") short replicas, @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize,
		@DefaultValue("1s") @DurationMin(millis = 10) Duration standby,
		@DefaultValue("1m") @DurationMin(millis = 10) Duration heldFor,
		@DefaultValue("15s") @DurationMin(seconds = 1) Duration transactionTimeout) {

	/** Returns how long one request to Kafka may take. */
	int requestTimeoutMillis() {
		return Math.toIntExact(this.transactionTimeout.toMillis() / 3);
	}

	/** Returns how long a delivery or a call to Kafka may take, retries included. */
	int deliveryTimeoutMillis() {
		return 2 * requestTimeoutMillis();
	}

}
