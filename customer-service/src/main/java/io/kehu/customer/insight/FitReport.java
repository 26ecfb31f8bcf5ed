package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.Map;

import io.kehu.customer.insight.model.BgNbdFit;
import io.kehu.customer.insight.model.ForecastComparison.Forecast;
import io.kehu.customer.insight.model.GammaGammaFit;
import io.kehu.customer.insight.model.Horizon;
import io.kehu.customer.insight.model.Quintiles;
import org.jspecify.annotations.Nullable;

/**
 * What a fit has found for all customers together.
 *
 * @param purchases the BG/NBD model of purchases, or null
 * @param values the Gamma-Gamma model of their values, or null
 * @param rfm the bounds of the scores, or null
 * @param heldOut how well purchases were predicted, or null
 * @param tooLittleData the reasons for the parts that are null, by their names
 * @param horizon how far figures look ahead
 */
record FitReport(FitData data, @Nullable BgNbdFit purchases, @Nullable GammaGammaFit values, @Nullable RfmBounds rfm,
		@Nullable HeldOut heldOut, Map<String, TooLittleData> tooLittleData, Horizon horizon) {

	/**
	 * The data that everything is calculated from.
	 *
	 * @param firstDay the day of the first order, or null without orders
	 * @param customers the customers with orders
	 * @param repeatCustomers the customers with orders on more than one day
	 * @param repeatPurchases their purchases after the first of each
	 * @param currency the most frequent currency of orders, in which all values are
	 * @param valuedCustomers the customers whose repeat purchases have values in it
	 * @param correlation the correlation between the number and the mean value of their
	 * purchases, which the model of values assumes to be 0
	 */
	record FitData(@Nullable LocalDate firstDay, long customers, long repeatCustomers, long repeatPurchases,
			@Nullable String currency, long valuedCustomers, @Nullable Double correlation) {
	}

	/**
	 * The values above which the scores 2 to 5 begin.
	 *
	 * @param recency the negative number of days since the last purchase
	 * @param frequency the number of purchases
	 * @param money the sum of the orders
	 */
	record RfmBounds(Quintiles recency, Quintiles frequency, Quintiles money) {
	}

	/**
	 * How well a model that was fitted to the orders until a day predicted those after
	 * it, beside the forecast that every customer keeps buying at the same rate.
	 */
	record HeldOut(LocalDate fittedUntil, int days, int customers, long purchases, Forecast model, Forecast naive) {
	}

}
