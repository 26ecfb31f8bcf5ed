package io.kehu.customer.insight.model;

/**
 * The mean log-likelihood of the observations, as a function of the logarithms of
 * positive parameters.
 */
interface LogLikelihood {

	/** Returns the mean log-likelihood. */
	double value(double[] logarithms);

	/** Returns the derivatives of the mean log-likelihood by the logarithms. */
	double[] gradient(double[] logarithms);

}
