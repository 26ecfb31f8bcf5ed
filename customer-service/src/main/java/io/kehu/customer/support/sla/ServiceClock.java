package io.kehu.customer.support.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Counts the open time that passes while a clock runs, and determines when that reaches
 * the time that was agreed.
 * <p>
 * Nothing is accumulated: a clock is calculated from the moments at which it started and
 * stopped, so that another target or calendar applies to the past too.
 */
public final class ServiceClock {

	private final BusinessCalendar calendar;

	private final Duration target;

	private final List<Span> runs = new ArrayList<>();

	private @Nullable Instant runningSince;

	/**
	 * Creates a clock.
	 * @param target the agreed open time, more than zero
	 * @param switches the moments at which the clock started and stopped, in order; those
	 * that leave it as it was have no effect
	 * @throws IllegalArgumentException if the moments are not in order
	 */
	public ServiceClock(BusinessCalendar calendar, Duration target, List<Switch> switches) {
		this.calendar = calendar;
		this.target = target;
		for (Switch next : switches) {
			Instant since = this.runningSince;
			if (since == null) {
				this.runningSince = next.running() ? next.at() : null;
			}
			else if (!next.running()) {
				this.runs.add(new Span(since, next.at()));
				this.runningSince = null;
			}
		}
	}

	/** Returns whether the clock has not been stopped since it last started. */
	public boolean running() {
		return this.runningSince != null;
	}

	/** Returns the spans that the clock has counted until now, in order. */
	public List<Span> counted(Instant now) {
		List<Span> counted = new ArrayList<>();
		this.runs.forEach((run) -> counted.addAll(this.calendar.open(run.from(), run.to())));
		if (this.runningSince != null) {
			counted.addAll(this.calendar.open(this.runningSince, now));
		}
		return counted;
	}

	/**
	 * Returns the moment at which the agreed time has been counted, as far as it is
	 * known.
	 * @return the moment, in the future if the clock is running; null if it was stopped
	 * before
	 */
	public @Nullable Instant due() {
		return reached(this.target);
	}

	/** As above, for a share of the agreed time in percent. */
	public @Nullable Instant due(int percent) {
		return reached(this.target.multipliedBy(percent).dividedBy(100));
	}

	private @Nullable Instant reached(Duration time) {
		Duration left = time;
		for (Span run : this.runs) {
			for (Span span : this.calendar.open(run.from(), run.to())) {
				if (span.length().compareTo(left) >= 0) {
					return span.from().plus(left);
				}
				left = left.minus(span.length());
			}
		}
		return (this.runningSince != null) ? this.calendar.after(this.runningSince, left) : null;
	}

	/** Returns whether the clock was still running after the moment it was due. */
	public boolean breached(Instant now) {
		Instant due = due();
		Instant stopped = this.runs.isEmpty() ? null : this.runs.get(this.runs.size() - 1).to();
		Instant last = (this.runningSince != null) ? now : stopped;
		return due != null && last != null && last.isAfter(due);
	}

}
