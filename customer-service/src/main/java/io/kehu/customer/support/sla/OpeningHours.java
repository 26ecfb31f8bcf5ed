package io.kehu.customer.support.sla;

import java.time.DayOfWeek;
import java.time.Duration;

/**
 * An interval in which business is open, on one day of each week.
 *
 * @param from the minute of the day at which it begins
 * @param to the minute of the day at which it ends, up to 1440 for midnight
 */
public record OpeningHours(DayOfWeek day, int from, int to) {

	/** The minutes of a day. */
	public static final int DAY = (int) Duration.ofDays(1).toMinutes();

	public OpeningHours {
		if (from < 0 || to > DAY || from >= to) {
			throw new IllegalArgumentException("%d to %d is not an interval of a day".formatted(from, to));
		}
	}

}
