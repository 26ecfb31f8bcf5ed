package io.kehu.customer.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.kehu.customer.insight.model.PurchaseHistory;

/**
 * The purchases of a customer until the day of the data; all orders of one day are one
 * purchase.
 *
 * @param customerId the customer
 * @param purchases the number of days with orders
 * @param firstDay the first of them
 * @param lastDay the last of them
 * @param orders the number of orders
 * @param ordersElsewhere the number of orders in other currencies than that of the fit
 * @param spent the sum of the others
 * @param valuedRepeats the number of purchases after the first with a value in the
 * currency
 * @param repeatSpent the sum of these
 * @param recent the number of purchases in the last half year
 * @param earlier the number of purchases in the half year before
 */
record CustomerPurchases(UUID customerId, int purchases, LocalDate firstDay, LocalDate lastDay, int orders,
		int ordersElsewhere, double spent, int valuedRepeats, double repeatSpent, int recent, int earlier) {

	/** Returns the history as of a day. */
	PurchaseHistory history(LocalDate dataDay) {
		return new PurchaseHistory(this.purchases - 1, days(this.firstDay, this.lastDay), days(this.firstDay, dataDay));
	}

	/** Returns the days from one date to a later one. */
	static int days(LocalDate from, LocalDate until) {
		return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
	}

	/** Returns the mean value of the purchases after the first, 0 without any. */
	double meanRepeatValue() {
		return (this.valuedRepeats > 0) ? this.repeatSpent / this.valuedRepeats : 0;
	}

	/** Returns whether any order is in the currency of the fit. */
	boolean valued() {
		return this.orders > this.ordersElsewhere;
	}

}
