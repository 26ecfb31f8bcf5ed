package io.kehu.customer.insight.model;

/**
 * The BG/NBD model of purchases: while customers are active, they buy at rates that
 * differ by a gamma distribution (r, alpha); after each purchase, they may become
 * inactive, with a probability that differs by a beta distribution (a, b).
 *
 * @param r the shape of the rates
 * @param alpha their scale, in weeks
 * @param a the first parameter of the probability to become inactive
 * @param b its second parameter
 */
public record BgNbd(double r, double alpha, double a, double b) {

	public BgNbd {
		if (!(r > 0 && alpha > 0 && a > 0 && b > 0 && Double.isFinite(r + alpha + a + b))) {
			throw new IllegalArgumentException("All parameters must be positive");
		}
	}

	/**
	 * Returns the probability that a customer is still active on the day of the data.
	 * Customers that have bought once are, since only a repeat purchase can be the last.
	 */
	public double probabilityAlive(PurchaseHistory history) {
		int repeats = history.repeats();
		if (repeats == 0) {
			return 1;
		}
		double silence = Math
			.log1p(history.silence() / PurchaseHistory.WEEK / (this.alpha + history.lastDay() / PurchaseHistory.WEEK));
		double odds = Math.log(this.a / (this.b + repeats - 1)) + (this.r + repeats) * silence;
		return 1 / (1 + Math.exp(odds));
	}

	/**
	 * Returns the number of purchases to expect of a customer within some weeks after the
	 * day of the data: equation 10 of Fader, Hardie and Lee.
	 */
	public double expectedPurchases(PurchaseHistory history, double weeks) {
		return probabilityAlive(history) * expectedWhileAlive(history.repeats(), history.age(), weeks);
	}

	/**
	 * Returns the number of purchases to expect of a customer that is active on the day
	 * of the data. Instead of the hypergeometric function, which has poles at a = 1 and
	 * at a + b + x = 1, this is a sum without cancellation: over the number of purchases
	 * k of a customer that never becomes inactive, which follows a negative binomial
	 * distribution, of its probability times the number of those purchases that are
	 * really made, M(k) = sum over j below k of (b+x)_j / (a+b+x)_j. It starts at the
	 * most probable k and stops in both directions where nothing more is added.
	 */
	double expectedWhileAlive(int repeats, int age, double weeks) {
		double shape = this.r + repeats;
		double share = weeks / (this.alpha + age / PurchaseHistory.WEEK);
		double next = share / (1 + share);
		int mode = (int) Math.max(0, Math.floor((shape - 1) * share));
		double stays = this.b + repeats;
		double made = 0;
		double active = 1;
		for (int k = 0; k < mode; k++) {
			made += active;
			active *= (stays + k) / (this.a + stays + k);
		}
		double total = 1;
		double sum = made;
		double weight = 1;
		double madeBelow = made;
		double activeBelow = active;
		for (int k = mode; k > 0 && weight > 1e-17 * total; k--) {
			weight *= k / ((shape + k - 1) * next);
			activeBelow *= (this.a + stays + k - 1) / (stays + k - 1);
			madeBelow -= activeBelow;
			total += weight;
			sum += weight * madeBelow;
		}
		weight = 1;
		for (int k = mode; weight > 1e-16 * (1 - next) * total; k++) {
			weight *= (shape + k) / (k + 1) * next;
			made += active;
			active *= (stays + k) / (this.a + stays + k);
			total += weight;
			sum += weight * made;
		}
		return sum / total;
	}

}
