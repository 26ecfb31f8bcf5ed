package io.kehu.order.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.order.rate.UsedRate;
import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A report on sales. Amounts are before tax; those of different currencies are only added
 * up in reports that convert them, which name the rates.
 *
 * @param rows by period, then by revenue
 * @param totals all periods and members, by currency
 * @param rates the rates that were used
 * @param rolledUp whether it was read from roll-ups
 */
record SalesReport(SalesInterval interval, SalesDimension by, LocalDate from, LocalDate to, List<SalesRow> rows,
		List<SalesTotal> totals, List<PeriodRate> rates, boolean rolledUp) {

	/**
	 * The sales of a member in a period.
	 *
	 * @param period the first day of the period
	 * @param member the id of the product, customer, owner or team, or null
	 * @param name the name of the product, or null
	 * @param orders the number of orders; one with several products counts for each
	 * @param averageOrder revenue by order, or null without orders
	 * @param yearBefore the revenue of the same period a year earlier, or null unless
	 * requested
	 * @param growth the change since then as a fraction, or null without revenue then
	 */
	record SalesRow(LocalDate period, @Nullable UUID member, @Nullable String name, long orders, long lines,
			BigDecimal quantity, Money revenue, @Nullable Money averageOrder, @Nullable Money yearBefore,
			@Nullable BigDecimal growth) {
	}

	/**
	 * All sales in a currency.
	 */
	record SalesTotal(long orders, long lines, BigDecimal quantity, Money revenue, @Nullable Money averageOrder) {
	}

	/**
	 * The rate that was used for a period: that of its last day, or of today.
	 */
	record PeriodRate(LocalDate period, UsedRate rate) {
	}

}
