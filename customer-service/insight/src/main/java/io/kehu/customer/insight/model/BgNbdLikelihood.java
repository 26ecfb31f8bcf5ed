package io.kehu.customer.insight.model;

/**
 * The likelihood of the BG/NBD model: equation 6 of Fader, Hardie and Lee, "Counting Your
 * Customers the Easy Way" (Marketing Science 24, 2005), with the gamma functions as
 * rising factorials and the sum as a softplus, so that nothing overflows. Logarithms are
 * taken once for each day and each number of purchases, not for each customer.
 */
final class BgNbdLikelihood implements LogLikelihood {

	private final PurchaseCounts counts;

	private final int mostRepeats;

	private final int oldest;

	private final double customers;

	BgNbdLikelihood(PurchaseCounts counts) {
		this.counts = counts;
		this.mostRepeats = counts.mostRepeats();
		this.oldest = counts.oldest();
		this.customers = counts.customers();
	}

	@Override
	public double value(double[] logarithms) {
		Point point = new Point(logarithms);
		double sum = 0;
		for (int group = 0; group < this.counts.size(); group++) {
			int repeats = this.counts.repeats(group);
			double age = point.times[this.counts.age(group)];
			double one = point.factor[repeats] - (point.r + repeats) * age;
			if (repeats > 0) {
				one += softplus(
						point.odds[repeats] + (point.r + repeats) * (age - point.times[this.counts.lastDay(group)]));
			}
			sum += this.counts.customers(group) * one;
		}
		return sum / this.customers;
	}

	/** Returns the logarithm of 1 + exp(x). */
	private static double softplus(double x) {
		return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
	}

	@Override
	public double[] gradient(double[] logarithms) {
		Point point = new Point(logarithms);
		Slopes slopes = new Slopes(point);
		double[] sum = new double[4];
		for (int group = 0; group < this.counts.size(); group++) {
			int repeats = this.counts.repeats(group);
			int age = this.counts.age(group);
			int last = this.counts.lastDay(group);
			double shape = point.r + repeats;
			double gone = 0;
			if (repeats > 0) {
				double silence = point.times[age] - point.times[last];
				gone = 1 / (1 + Math.exp(-point.odds[repeats] - shape * silence));
			}
			double number = this.counts.customers(group);
			sum[0] += number * (slopes.r[repeats] - point.times[age] + gone * (point.times[age] - point.times[last]));
			sum[1] += number
					* (point.r / point.alpha - shape * (slopes.times[age] * (1 - gone) + gone * slopes.times[last]));
			sum[2] += number * (gone / point.a - slopes.ab[repeats]);
			sum[3] += number
					* (slopes.b[repeats] - slopes.ab[repeats] - ((repeats > 0) ? gone / (point.b + repeats - 1) : 0));
		}
		double[] parameters = { point.r, point.alpha, point.a, point.b };
		for (int parameter = 0; parameter < 4; parameter++) {
			sum[parameter] *= parameters[parameter] / this.customers;
		}
		return sum;
	}

	/**
	 * The parameters, and what depends on the number of purchases or on one time alone.
	 */
	private final class Point {

		private final double r;

		private final double alpha;

		private final double a;

		private final double b;

		/** The logarithm of alpha plus a time, by days. */
		private final double[] times;

		/** The logarithm of what does not depend on times, by repeat purchases. */
		private final double[] factor;

		/** The logarithm of a / (b + x - 1), by repeat purchases. */
		private final double[] odds;

		private Point(double[] logarithms) {
			this.r = Math.exp(logarithms[0]);
			this.alpha = Math.exp(logarithms[1]);
			this.a = Math.exp(logarithms[2]);
			this.b = Math.exp(logarithms[3]);
			int most = BgNbdLikelihood.this.mostRepeats;
			this.times = new double[BgNbdLikelihood.this.oldest + 1];
			for (int day = 0; day < this.times.length; day++) {
				this.times[day] = Math.log(this.alpha + day / PurchaseHistory.WEEK);
			}
			this.factor = new double[most + 1];
			this.odds = new double[most + 1];
			this.factor[0] = this.r * logarithms[1];
			for (int repeats = 1; repeats <= most; repeats++) {
				double before = repeats - 1;
				this.factor[repeats] = this.factor[repeats - 1] + Math.log(this.r + before) + Math.log(this.b + before)
						- Math.log(this.a + this.b + before);
				this.odds[repeats] = logarithms[2] - Math.log(this.b + before);
			}
		}

	}

	/**
	 * The derivatives of what depends on the number of purchases or on one time alone.
	 */
	private final class Slopes {

		private final double[] r;

		private final double[] b;

		private final double[] ab;

		private final double[] times;

		private Slopes(Point point) {
			int most = BgNbdLikelihood.this.mostRepeats;
			this.r = new double[most + 1];
			this.b = new double[most + 1];
			this.ab = new double[most + 1];
			this.r[0] = Math.log(point.alpha);
			for (int repeats = 1; repeats <= most; repeats++) {
				double before = repeats - 1;
				this.r[repeats] = this.r[repeats - 1] + 1 / (point.r + before);
				this.b[repeats] = this.b[repeats - 1] + 1 / (point.b + before);
				this.ab[repeats] = this.ab[repeats - 1] + 1 / (point.a + point.b + before);
			}
			this.times = new double[point.times.length];
			for (int day = 0; day < this.times.length; day++) {
				this.times[day] = 1 / (point.alpha + day / PurchaseHistory.WEEK);
			}
		}

	}

}
