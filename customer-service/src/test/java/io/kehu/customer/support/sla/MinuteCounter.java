package io.kehu.customer.support.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Counts open time by looking at the clock on the wall each minute.
 */
record MinuteCounter(ZoneId zone, List<OpeningHours> hours, Set<LocalDate> holidays, List<Switch> switches) {

	boolean open(Instant minute) {
		ZonedDateTime local = minute.atZone(this.zone);
		int shown = local.get(ChronoField.MINUTE_OF_DAY);
		return !this.holidays.contains(local.toLocalDate()) && this.hours.stream()
			.anyMatch((interval) -> interval.day() == local.getDayOfWeek() && interval.from() <= shown
					&& shown < interval.to());
	}

	private boolean running(Instant minute) {
		boolean running = false;
		for (Switch next : this.switches) {
			running = next.at().isAfter(minute) ? running : next.running();
		}
		return running;
	}

	/** Returns the minutes that are counted from the first start until an instant. */
	long elapsed(Instant until) {
		long counted = 0;
		for (Instant minute = first(); minute.isBefore(until); minute = minute.plus(1, ChronoUnit.MINUTES)) {
			counted += (running(minute) && open(minute)) ? 1 : 0;
		}
		return counted;
	}

	/**
	 * Returns the end of the minute with which the target is reached, or null if that is
	 * not before the horizon.
	 */
	@Nullable Instant due(long target, Instant horizon) {
		long left = target;
		for (Instant minute = first(); minute.isBefore(horizon); minute = minute.plus(1, ChronoUnit.MINUTES)) {
			left -= (running(minute) && open(minute)) ? 1 : 0;
			if (left == 0) {
				return minute.plus(1, ChronoUnit.MINUTES);
			}
		}
		return null;
	}

	private Instant first() {
		return this.switches.get(0).at();
	}

}
