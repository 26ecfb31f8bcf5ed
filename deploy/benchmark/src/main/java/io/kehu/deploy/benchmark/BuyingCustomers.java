package io.kehu.deploy.benchmark;

import java.util.SplittableRandom;

import io.kehu.customer.insight.model.PurchaseHistory;

/**
 * Makes up customers that buy and stop as the BG/NBD model assumes, with the parameters
 * of the CDNOW customers.
 */
final class BuyingCustomers {

	/** The shape of the rates, their scale in weeks, and the two of the leaving. */
	static final double[] PARAMETERS = { 0.243, 4.414, 0.793, 2.426 };

	/** The days since the first customers bought for the first time. */
	private static final int OLDEST = 1_095;

	private final SplittableRandom random;

	BuyingCustomers(long seed) {
		this.random = new SplittableRandom(seed);
	}

	PurchaseHistory next() {
		double rate = gamma(PARAMETERS[0]) / PARAMETERS[1] / 7;
		double leaves = gamma(PARAMETERS[2]);
		double leaving = leaves / (leaves + gamma(PARAMETERS[3]));
		int age = this.random.nextInt(OLDEST + 1);
		int repeats = 0;
		int last = 0;
		double time = 0;
		boolean active = true;
		while (active) {
			time -= Math.log(1 - this.random.nextDouble()) / rate;
			active = time <= age;
			int day = active ? (int) Math.ceil(time) : last;
			if (day > last) {
				last = day;
				repeats++;
				active = this.random.nextDouble() >= leaving;
			}
		}
		return new PurchaseHistory(repeats, last, age);
	}

	/** Returns the mean value of some purchases. */
	double meanValue(int purchases) {
		return gamma(6.25 * purchases) / purchases / (gamma(3.74) / 15.44);
	}

	/** Draws from a gamma distribution with scale 1 (Marsaglia and Tsang 2000). */
	private double gamma(double shape) {
		if (shape < 1) {
			return gamma(shape + 1) * Math.pow(1 - this.random.nextDouble(), 1 / shape);
		}
		double d = shape - 1.0 / 3;
		while (true) {
			double normal = this.random.nextGaussian();
			double root = 1 + normal / Math.sqrt(9 * d);
			double cube = root * root * root;
			if (cube > 0
					&& Math.log(1 - this.random.nextDouble()) < normal * normal / 2 + d * (1 - cube + Math.log(cube))) {
				return d * cube;
			}
		}
	}

}
