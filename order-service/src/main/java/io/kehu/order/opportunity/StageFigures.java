package io.kehu.order.opportunity;

import java.util.List;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How opportunities proceed in a pipeline.
 *
 * @param stages the stages in their order
 * @param won how many opportunities were won
 * @param lost how many were lost
 * @param winRate the share of those won, or null without any
 * @param averageDaysToClose from the opening to the end, or null without any
 * @param medianDaysToClose as above
 * @param reasons why opportunities ended
 */
record StageFigures(List<StageFigure> stages, long won, long lost, @Nullable Double winRate,
		@Nullable Double averageDaysToClose, @Nullable Double medianDaysToClose, List<ReasonFigure> reasons) {

	/**
	 * The visits of a stage that began in the period. An opportunity that comes back
	 * visits it several times.
	 *
	 * @param entered the number of visits
	 * @param present those that continue
	 * @param advanced those that ended with a later stage or a won opportunity
	 * @param returned those that ended with an earlier stage
	 * @param lost those that ended with a lost opportunity
	 * @param conversion the share of those advanced among the ended ones, or null
	 * @param averageDays the average length of the ended ones, or null
	 * @param medianDays their median length, or null
	 */
	record StageFigure(String key, String name, long entered, long present, long advanced, long returned, long lost,
			@Nullable Double conversion, @Nullable Double averageDays, @Nullable Double medianDays) {
	}

	/**
	 * The opportunities that ended for a reason.
	 *
	 * @param reason its key, or null for those without one
	 * @param amount the sum of their amounts in one currency, or null if they have none
	 */
	record ReasonFigure(Outcome outcome, @Nullable String reason, long count, @Nullable Money amount) {
	}

}
