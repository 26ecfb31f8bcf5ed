package io.kehu.customer.insight.model;

import java.util.Optional;

/**
 * The BG/NBD model that fits a set of customers best, by maximum likelihood.
 *
 * @param r the shape of the purchase rates
 * @param alpha their scale, in weeks
 * @param a the first parameter of the probability to become inactive
 * @param b its second parameter
 * @param logLikelihood the logarithm of the likelihood of all customers, with times in
 * weeks
 */
public record BgNbdFit(Estimate r, Estimate alpha, Estimate a, Estimate b, double logLikelihood) {

	/**
	 * Returns the best model, or an empty value if the likelihood has no maximum, as with
	 * too few customers that bought again.
	 */
	public static Optional<BgNbdFit> of(PurchaseCounts counts) {
		if (counts.repeatPurchases() == 0 || counts.weeks() <= 0) {
			return Optional.empty();
		}
		double rate = counts.repeatPurchases() / counts.weeks();
		return new MaximumLikelihood(new BgNbdLikelihood(counts)).find(0, -Math.log(rate), 0, 0)
			.map((maximum) -> of(maximum, counts.customers()));
	}

	private static BgNbdFit of(MaximumLikelihood.Maximum maximum, long customers) {
		double[] errors = maximum.standardErrors(customers);
		Estimate[] estimates = new Estimate[errors.length];
		for (int parameter = 0; parameter < errors.length; parameter++) {
			estimates[parameter] = Estimate.of(maximum.parameter(parameter), errors[parameter]);
		}
		return new BgNbdFit(estimates[0], estimates[1], estimates[2], estimates[3], maximum.value() * customers);
	}

	/** Returns the model. */
	public BgNbd model() {
		return new BgNbd(this.r.value(), this.alpha.value(), this.a.value(), this.b.value());
	}

}
