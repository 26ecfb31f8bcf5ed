package io.kehu.customer.insight.model;

import java.util.Optional;

/**
 * The Gamma-Gamma model that fits a set of customers best, by maximum likelihood.
 *
 * @param p the shape of the values of a customer
 * @param q the shape of the distribution over customers
 * @param gamma its scale, in the unit of the values
 * @param logLikelihood the logarithm of the likelihood of all customers
 */
public record GammaGammaFit(Estimate p, Estimate q, Estimate gamma, double logLikelihood) {

	/** Returns the best model, or an empty value if the likelihood has no maximum. */
	public static Optional<GammaGammaFit> of(SpendingCounts counts) {
		if (counts.customers() == 0) {
			return Optional.empty();
		}
		double scale = counts.meanOfMeans();
		GammaGammaLikelihood likelihood = new GammaGammaLikelihood(counts, scale);
		return new MaximumLikelihood(likelihood).find(Math.log(2), Math.log(3), 0).map((maximum) -> {
			double[] errors = maximum.standardErrors(counts.customers());
			return new GammaGammaFit(Estimate.of(maximum.parameter(0), errors[0]),
					Estimate.of(maximum.parameter(1), errors[1]),
					Estimate.of(scale * maximum.parameter(2), scale * errors[2]),
					likelihood.unscaled(maximum.value()) * counts.customers());
		});
	}

	/** Returns the model. */
	public GammaGamma model() {
		return new GammaGamma(this.p.value(), this.q.value(), this.gamma.value());
	}

}
