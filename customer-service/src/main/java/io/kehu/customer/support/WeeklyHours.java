package io.kehu.customer.support;

import io.kehu.customer.support.sla.OpeningHours;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An interval in which business is open each week.
 *
 * @param from when it begins, for example {@code 09:00}
 * @param to when it ends, up to {@code 24:00}
 */
record WeeklyHours(@NotNull Weekday day, @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String from,
		@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00") String to) {

	/**
	 * Returns the interval in minutes.
	 * @throws IllegalArgumentException if it ends before it begins
	 */
	OpeningHours toOpeningHours() {
		return new OpeningHours(this.day.day(), minutes(this.from), minutes(this.to));
	}

	private static int minutes(String time) {
		return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
	}

}
