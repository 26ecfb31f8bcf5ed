package io.kehu.customer.support;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.kehu.customer.support.sla.ServiceClock;
import org.jspecify.annotations.Nullable;

/**
 * A clock and its state, which determine what is to be reported and when.
 */
record ClockReading(ServiceClock clock, ClockState state) {

	/**
	 * Reads a clock. Reports of moments that turn out to lie in the future are forgotten,
	 * since they are to be made when the moments come.
	 * @param before the state of the clock so far, or null
	 */
	static ClockReading of(ServiceClock clock, int riskPercent, @Nullable ClockState before, Instant now) {
		Instant due = clock.due();
		Instant risk = clock.due(riskPercent);
		return new ClockReading(clock,
				new ClockState(due, risk, (before != null && past(risk, now)) ? before.riskReportedAt() : null,
						(before != null && past(due, now)) ? before.breachReportedAt() : null));
	}

	private static boolean past(@Nullable Instant moment, Instant now) {
		return moment != null && !moment.isAfter(now);
	}

	/** Returns the moments at which the risk and the breach are to be reported. */
	List<Instant> reports(Instant now) {
		return Stream.<@Nullable Instant>of(nextRisk(), nextBreach(now))
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.toList();
	}

	/** Returns whether a risk is to be reported now. */
	boolean atRisk(Instant now) {
		return past(nextRisk(), now);
	}

	/** Returns whether a breach is to be reported now. */
	boolean breached(Instant now) {
		return past(nextBreach(now), now) && this.clock.breached(now);
	}

	private @Nullable Instant nextRisk() {
		return (this.state.riskReportedAt() == null && this.clock.running()) ? this.state.atRiskAt() : null;
	}

	/** A breach remains one even if the clock has been stopped since. */
	private @Nullable Instant nextBreach(Instant now) {
		return (this.state.breachReportedAt() == null && (this.clock.running() || this.clock.breached(now)))
				? this.state.dueAt() : null;
	}

}
