package io.kehu.customer.insight.model;

import java.util.OptionalDouble;

/**
 * The Gamma-Gamma model of the values of purchases: those of a customer vary around a
 * mean by a gamma distribution with the shape p, and the means of the customers vary by
 * an inverse gamma distribution (q, gamma). Values are in one currency.
 *
 * @param p the shape of the values of a customer
 * @param q the shape of the distribution over customers
 * @param gamma its scale, in the unit of the values
 */
public record GammaGamma(double p, double q, double gamma) {

	/**
	 * Returns the mean value to expect of the purchases of a customer, between its own
	 * mean and that of all customers: equation 5 of Fader and Hardie (2013). It is empty
	 * if the distribution has no mean.
	 * @param repeats the number of repeat purchases
	 * @param mean their mean value; of no effect without repeat purchases
	 */
	public OptionalDouble expectedValue(int repeats, double mean) {
		double weight = this.p * repeats + this.q - 1;
		return (weight > 0) ? OptionalDouble.of(this.p * (this.gamma + repeats * mean) / weight)
				: OptionalDouble.empty();
	}

}
