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
 * @param workers the number of parts that it works on at once
 * @param beat how often it records that it is alive and looks for work
 * @param lease the silence after which it counts as dead
 * @param attempts how often a part is tried whose instance died or lost the database
 * @param poll how often a leader checks on the parts of its stage
 * @param progress how often a part records its progress and notices that it is to stop
 * @param outagePause the pause between two attempts to reach the database
 */
@Validated
@ConfigurationProperties("kehu.migration.jobs")
record JobProperties(@DefaultValue("2") @Min(0) @Max(64) int workers, @DefaultValue("1s") Duration beat,
		@DefaultValue("10s") Duration lease, @DefaultValue("4") @Min(1) int attempts,
		@DefaultValue("150ms") Duration poll, @DefaultValue("400ms") Duration progress,
		@DefaultValue("1s") Duration outagePause) {
}
