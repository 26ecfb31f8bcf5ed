package io.kehu.order.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The periods of a report. A week begins on Monday.
 */
enum SalesInterval {

	DAY, WEEK, MONTH, QUARTER, YEAR;

	/** Returns the last day of the period that begins on a day. */
	LocalDate last(LocalDate first) {
		return next(first).minusDays(1);
	}

	LocalDate next(LocalDate first) {
		return switch (this) {
			case DAY -> first.plusDays(1);
			case WEEK -> first.plusWeeks(1);
			case MONTH -> first.plusMonths(1);
			case QUARTER -> first.plusMonths(3);
			case YEAR -> first.plusYears(1);
		};
	}

	/** Returns the first day of the period that contains a day. */
	LocalDate first(LocalDate day) {
		return switch (this) {
			case DAY -> day;
			case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			case MONTH -> day.withDayOfMonth(1);
			case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3L);
			case YEAR -> day.withDayOfYear(1);
		};
	}

	/** Returns the same period a year earlier; a week has no counterpart. */
	boolean comparesYears() {
		return this != WEEK;
	}

	/** Returns the first day of the period of a day, in SQL. */
	String sql(String day) {
		return (this == DAY) ? day : "cast(date_trunc('%s', cast(%s as timestamp)) as date)".formatted(this, day);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
