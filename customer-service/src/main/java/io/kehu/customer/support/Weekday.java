package io.kehu.customer.support;

import java.time.DayOfWeek;
import java.util.Locale;

/**
 * A day of the week, as it is written in calendars.
 */
enum Weekday {

	MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY;

	DayOfWeek day() {
		return DayOfWeek.valueOf(name());
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
