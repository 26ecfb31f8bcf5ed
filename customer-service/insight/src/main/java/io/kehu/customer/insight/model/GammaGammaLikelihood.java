package io.kehu.customer.insight.model;

import org.hipparchus.special.Gamma;

/**
 * The likelihood of the Gamma-Gamma model: equation 1a of Fader and Hardie, "The
 * Gamma-Gamma Model of Monetary Value" (2013), with values relative to a scale.
 */
final class GammaGammaLikelihood implements LogLikelihood {

	private final SpendingCounts counts;

	private final double scale;

	/** How many customers have each number of repeat purchases. */
	private final int[] byRepeats;

	private final double[] spent;

	/** The sums that do not depend on the parameters. */
	private double logMeans;

	private double weightedLogs;

	/**
	 * Creates the likelihood.
	 * @param scale the unit of values
	 */
	GammaGammaLikelihood(SpendingCounts counts, double scale) {
		this.counts = counts;
		this.scale = scale;
		int most = 0;
		this.spent = new double[counts.customers()];
		for (int customer = 0; customer < this.spent.length; customer++) {
			int repeats = counts.repeats(customer);
			double mean = counts.mean(customer) / scale;
			most = Math.max(most, repeats);
			this.spent[customer] = repeats * mean;
			this.logMeans += Math.log(mean);
			this.weightedLogs += repeats * Math.log(this.spent[customer]);
		}
		this.byRepeats = new int[most + 1];
		for (int customer = 0; customer < this.spent.length; customer++) {
			this.byRepeats[counts.repeats(customer)]++;
		}
	}

	/** Returns the mean log-likelihood of the values in their own unit. */
	double unscaled(double value) {
		return value - Math.log(this.scale);
	}

	@Override
	public double value(double[] logarithms) {
		double p = Math.exp(logarithms[0]);
		double q = Math.exp(logarithms[1]);
		double gamma = Math.exp(logarithms[2]);
		double customers = this.counts.customers();
		double sum = customers * (q * logarithms[2] - Gamma.logGamma(q)) + p * this.weightedLogs - this.logMeans;
		for (int repeats = 1; repeats < this.byRepeats.length; repeats++) {
			if (this.byRepeats[repeats] > 0) {
				sum += this.byRepeats[repeats] * (Gamma.logGamma(p * repeats + q) - Gamma.logGamma(p * repeats));
			}
		}
		for (int customer = 0; customer < this.spent.length; customer++) {
			sum -= (p * this.counts.repeats(customer) + q) * Math.log(gamma + this.spent[customer]);
		}
		return sum / customers;
	}

	@Override
	public double[] gradient(double[] logarithms) {
		double p = Math.exp(logarithms[0]);
		double q = Math.exp(logarithms[1]);
		double gamma = Math.exp(logarithms[2]);
		double customers = this.counts.customers();
		double byP = this.weightedLogs;
		double byQ = customers * (logarithms[2] - Gamma.digamma(q));
		double byGamma = customers * q / gamma;
		for (int repeats = 1; repeats < this.byRepeats.length; repeats++) {
			if (this.byRepeats[repeats] > 0) {
				double both = Gamma.digamma(p * repeats + q);
				byP += this.byRepeats[repeats] * repeats * (both - Gamma.digamma(p * repeats));
				byQ += this.byRepeats[repeats] * both;
			}
		}
		for (int customer = 0; customer < this.spent.length; customer++) {
			double repeats = this.counts.repeats(customer);
			double sum = gamma + this.spent[customer];
			double logarithm = Math.log(sum);
			byP -= repeats * logarithm;
			byQ -= logarithm;
			byGamma -= (p * repeats + q) / sum;
		}
		return new double[] { byP * p / customers, byQ * q / customers, byGamma * gamma / customers };
	}

}
