package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.Locale;

import io.kehu.migration.clean.Numbers;

/**
 * One number, or one value, that stands for many.
 */
public enum Average {

	/** Arithmetic mean, of numbers. */
	MEAN,

	/** Middle value, of numbers. */
	MEDIAN,

	/** Most frequent value, of anything. */
	MODE;

	/** The average of at least one number; the smallest of equally frequent ones. */
	double of(double[] values) {
		double[] sorted = Numbers.sorted(values);
		return switch (this) {
			case MEAN -> Arrays.stream(sorted).average().orElse(Double.NaN);
			case MEDIAN -> (sorted.length == 0) ? Double.NaN : Numbers.quantile(sorted, 0.5);
			case MODE -> mode(sorted);
		};
	}

	private static double mode(double[] sorted) {
		double mode = Double.NaN;
		int most = 0;
		int run = 0;
		for (int i = 0; i < sorted.length; i++) {
			run = (i > 0 && sorted[i] == sorted[i - 1]) ? run + 1 : 1;
			if (run > most) {
				most = run;
				mode = sorted[i];
			}
		}
		return mode;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
