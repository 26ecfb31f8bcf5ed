package io.kehu.migration.profile;

import java.time.LocalDate;
import java.util.List;

/**
 * The distribution of days.
 *
 * @param earliest the earliest
 * @param lower the day that a quarter does not exceed
 * @param median the day that half does not exceed
 * @param upper the day that three quarters do not exceed
 * @param latest the latest
 * @param forms in which forms they are written
 * @param histogram how many fall into equal ranges
 */
public record DateSummary(LocalDate earliest, LocalDate lower, LocalDate median, LocalDate upper, LocalDate latest,
		List<Counted> forms, List<DayBin> histogram) {

	public DateSummary {
		forms = List.copyOf(forms);
		histogram = List.copyOf(histogram);
	}

	/**
	 * A range of a histogram.
	 *
	 * @param from its first day
	 * @param to its last day
	 * @param count how many days are in it
	 */
	public record DayBin(LocalDate from, LocalDate to, long count) {
	}

}
