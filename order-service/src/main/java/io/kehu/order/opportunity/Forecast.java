package io.kehu.order.opportunity;

import java.time.LocalDate;
import java.util.List;

import io.kehu.order.rate.UsedRate;
import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What open opportunities are expected to bring. Amounts of different currencies are only
 * added up in the converted sum, which names the rates.
 *
 * @param months by the month of the expected close and by currency
 * @param totals by currency
 * @param withoutAmount the number of opportunities whose amount is unknown
 * @param converted all in one currency, or null unless one was requested
 */
record Forecast(List<Month> months, List<Total> totals, long withoutAmount, @Nullable Converted converted) {

	/**
	 * The opportunities of a month in a currency.
	 *
	 * @param month its first day, or null for opportunities without an expected close
	 * @param weighted the sum of the amounts times their probabilities
	 */
	record Month(@Nullable LocalDate month, long count, Money amount, Money weighted) {
	}

	/**
	 * All opportunities in a currency.
	 */
	record Total(long count, Money amount, Money weighted) {
	}

	/**
	 * All opportunities, converted to one currency.
	 *
	 * @param rates the rates that were used
	 */
	record Converted(Money amount, Money weighted, List<UsedRate> rates) {
	}

}
