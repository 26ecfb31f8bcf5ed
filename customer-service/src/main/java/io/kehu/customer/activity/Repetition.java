package io.kehu.customer.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a task repeats: at the same local time, every so many days, weeks, months or years.
 * In months without the day of the first date, it is due on their last day.
 *
 * @param every the number of units between two dates
 * @param timeZone the name of a time zone, for example {@code Europe/Berlin}; UTC by
 * default
 * @param until the last day on which it can be due, or null for no end
 */
record Repetition(@Min(1) @Max(1000) int every, @NotNull RepeatUnit unit, @Size(max = 60) String timeZone,
		@Nullable LocalDate until) {

	Repetition {
		timeZone = (timeZone != null) ? timeZone : "UTC";
	}

	boolean hasKnownZone() {
		try {
			return ZoneRulesProvider.getRules(this.timeZone, false) != null;
		}
		catch (ZoneRulesException ex) {
			return false;
		}
	}

	/** Returns whether a moment lies after the last day. */
	boolean endsBefore(Instant moment) {
		return this.until != null && moment.atZone(zone()).toLocalDate().isAfter(this.until);
	}

	/**
	 * Returns the first date after a moment; empty if there is none before the end.
	 * @param first the first date, from which all others are counted
	 */
	Optional<Instant> next(Instant first, Instant moment) {
		ZonedDateTime start = first.atZone(zone());
		long passed = Math.max(0, this.unit.unit().between(start, moment.atZone(zone())) / this.every);
		Instant next = at(start, passed);
		while (!next.isAfter(moment)) {
			passed++;
			next = at(start, passed);
		}
		return endsBefore(next) ? Optional.empty() : Optional.of(next);
	}

	private Instant at(ZonedDateTime start, long times) {
		return start.plus(times * this.every, this.unit.unit()).toInstant();
	}

	private ZoneId zone() {
		return ZoneId.of(this.timeZone);
	}

}
