package io.kehu.customer.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.support.sla.ServiceClock;
import io.kehu.customer.support.sla.Span;
import org.jspecify.annotations.Nullable;

/**
 * How the clocks of a case count, as calculated now.
 *
 * @param at the moment until which they are counted
 * @param agreementId the agreement of the case, or null
 * @param calendarId the calendar of the agreement, or null
 * @param firstResponse the clock of the first response, or null if nothing was agreed
 * @param resolution the clock of the resolution, or null if nothing was agreed
 */
record CaseSla(UUID caseId, CaseStatus status, Priority priority, Instant at, @Nullable UUID agreementId,
		@Nullable UUID calendarId, @Nullable Counting firstResponse, @Nullable Counting resolution) {

	/**
	 * What a clock has counted.
	 *
	 * @param targetMinutes the agreed open time in minutes
	 * @param running whether the clock runs
	 * @param dueAt when the agreed time has been counted, or null while the clock is
	 * stopped before
	 * @param atRiskAt when the case is at risk, or null while the clock is stopped before
	 * @param breached whether the clock ran after it was due
	 * @param countedSeconds the total of the intervals in seconds
	 * @param intervals the intervals that have been counted, in order
	 */
	record Counting(int targetMinutes, boolean running, @Nullable Instant dueAt, @Nullable Instant atRiskAt,
			boolean breached, long countedSeconds, List<Interval> intervals) {

		static Counting of(ClockReading reading, int targetMinutes, Instant now) {
			ServiceClock clock = reading.clock();
			List<Span> counted = clock.counted(now);
			return new Counting(targetMinutes, clock.running(), reading.state().dueAt(), reading.state().atRiskAt(),
					clock.breached(now), Span.total(counted).toSeconds(), counted.stream().map(Interval::of).toList());
		}

	}

	/**
	 * A counted interval.
	 *
	 * @param seconds its length
	 */
	record Interval(Instant from, Instant to, long seconds) {

		static Interval of(Span span) {
			return new Interval(span.from(), span.to(), span.length().toSeconds());
		}

	}

}
