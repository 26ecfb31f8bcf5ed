package io.kehu.customer.insight.model;

import org.jspecify.annotations.Nullable;

/**
 * A parameter as estimated.
 *
 * @param value its value
 * @param standardError the asymptotic standard error, or null if the data says too little
 * about this parameter
 */
public record Estimate(double value, @Nullable Double standardError) {

	static Estimate of(double value, double standardError) {
		return new Estimate(value, Double.isFinite(standardError) ? standardError : null);
	}

}
