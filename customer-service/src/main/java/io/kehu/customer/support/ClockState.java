package io.kehu.customer.support;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a clock of a case without looking at its calendar.
 *
 * @param dueAt when the agreed time has been counted, or null while the clock is stopped
 * before
 * @param atRiskAt when the share of it has been counted after which the case is at risk,
 * or null while the clock is stopped before
 * @param riskReportedAt when subscribers were notified of the risk, or null
 * @param breachReportedAt when subscribers were notified of the breach, or null
 */
@Embeddable
record ClockState(@Nullable Instant dueAt, @Nullable Instant atRiskAt, @Nullable Instant riskReportedAt,
		@Nullable Instant breachReportedAt) {

	ClockState riskReported(Instant now) {
		return new ClockState(this.dueAt, this.atRiskAt, now, this.breachReportedAt);
	}

	ClockState breachReported(Instant now) {
		return new ClockState(this.dueAt, this.atRiskAt, this.riskReportedAt, now);
	}

}
