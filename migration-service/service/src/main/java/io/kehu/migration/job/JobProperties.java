package io.kehu.migration.job;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an instance takes part in jobs.
 *
 * @param workers how many parts it works on at once
 * @param beat how often it says that it is alive and looks for work
 * @param lease after what silence it is taken for dead
 * @param attempts how often a part is tried whose instance died
 * @param topic the Kafka topic by which instances call each other to work
 */
@Validated
@ConfigurationProperties("kehu.migration.jobs")
record JobProperties(@DefaultValue("2") @Min(0) @Max(64) int workers, @DefaultValue("1s") Duration beat,
		@DefaultValue("10s") Duration lease, @DefaultValue("4") @Min(1) int attempts,
		@DefaultValue("kehu.migration-service.parts") String topic) {
}
