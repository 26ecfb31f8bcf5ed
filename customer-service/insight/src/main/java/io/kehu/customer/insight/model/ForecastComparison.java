package io.kehu.customer.insight.model;

/**
 * How well a model predicted purchases that it was not fitted to, beside the forecast
 * that every customer keeps buying at the rate at which it has bought.
 *
 * @param customers the number of customers
 * @param purchases the number of purchases that they made
 */
public record ForecastComparison(int customers, long purchases, Forecast model, Forecast naive) {

	/**
	 * One forecast and its error.
	 *
	 * @param purchases the number of purchases that it predicted
	 * @param meanAbsoluteError the mean distance between prediction and purchases of a
	 * customer
	 * @param rootMeanSquareError the root of the mean square of these distances
	 */
	public record Forecast(double purchases, double meanAbsoluteError, double rootMeanSquareError) {
	}

}
