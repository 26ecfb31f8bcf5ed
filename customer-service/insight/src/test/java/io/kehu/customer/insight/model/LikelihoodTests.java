package io.kehu.customer.insight.model;

import java.util.SplittableRandom;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LikelihoodTests {

	@ParameterizedTest
	@CsvSource({ "0, 0, 0, 0", "-1.4, 1.5, -0.2, 0.9", "3, -2, 4, -3", "-6, 8, -8, 8" })
	void ofPurchasesHasItsDerivatives(double r, double alpha, double a, double b) {
		checkGradient(new BgNbdLikelihood(histories(500).build()), r, alpha, a, b);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "1.8, 1.3, -0.7", "-3, 4, 5" })
	void ofValuesHasItsDerivatives(double p, double q, double gamma) {
		SpendingCounts spending = spending(300);
		checkGradient(new GammaGammaLikelihood(spending, spending.meanOfMeans()), p, q, gamma);
	}

	private static void checkGradient(LogLikelihood likelihood, double... point) {
		double[] gradient = likelihood.gradient(point);
		for (int parameter = 0; parameter < point.length; parameter++) {
			double[] above = point.clone();
			double[] below = point.clone();
			above[parameter] += 1e-5;
			below[parameter] -= 1e-5;
			double difference = (likelihood.value(above) - likelihood.value(below)) / 2e-5;
			assertThat(gradient[parameter]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
		}
	}

	@Test
	void ofPurchasesEqualsTheFormulaWithGammaFunctions() {
		double[] point = { -1.4, 1.5, -0.2, 0.9 };
		PurchaseCounts.Builder histories = histories(200);
		double sum = 0;
		for (int customer = 0; customer < histories.size(); customer++) {
			sum += plain(histories.history(customer), point);
		}
		assertThat(new BgNbdLikelihood(histories.build()).value(point)).isCloseTo(sum / 200, within(1e-11));
	}

	private static double plain(PurchaseHistory history, double[] point) {
		double r = Math.exp(point[0]);
		double alpha = Math.exp(point[1]);
		double a = Math.exp(point[2]);
		double b = Math.exp(point[3]);
		int x = history.repeats();
		double age = history.age() / 7.0;
		double last = history.lastDay() / 7.0;
		double survived = beta(a, b + x) / beta(a, b) * Math.exp(Gamma.logGamma(r + x) - Gamma.logGamma(r))
				* Math.pow(alpha, r) / Math.pow(alpha + age, r + x);
		double left = (x > 0)
				? beta(a + 1, b + x - 1) / beta(a, b) * Math.exp(Gamma.logGamma(r + x) - Gamma.logGamma(r))
						* Math.pow(alpha, r) / Math.pow(alpha + last, r + x)
				: 0;
		return Math.log(survived + left);
	}

	private static double beta(double a, double b) {
		return Math.exp(Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b));
	}

	@Test
	void staysFiniteForManyPurchases() {
		PurchaseCounts counts = new PurchaseCounts.Builder().add(new PurchaseHistory(9_000, 9_000, 36_000))
			.add(new PurchaseHistory(9_000, 35_000, 36_000))
			.build();
		assertThat(new BgNbdLikelihood(counts).value(new double[4])).isFinite();
		assertThat(new BgNbdLikelihood(counts).gradient(new double[4])).doesNotContain(Double.NaN);
	}

	@Test
	void countsEqualHistoriesOnce() {
		PurchaseCounts counts = new PurchaseCounts.Builder().add(new PurchaseHistory(2, 30, 100))
			.add(new PurchaseHistory(0, 0, 100))
			.add(new PurchaseHistory(2, 30, 100))
			.build();
		assertThat(counts.size()).isEqualTo(2);
		assertThat(counts.customers()).isEqualTo(3);
		assertThat(counts.repeatCustomers()).isEqualTo(2);
		assertThat(counts.repeatPurchases()).isEqualTo(4);
		assertThat(counts.oldest()).isEqualTo(100);
		assertThat(new PurchaseCounts.Builder().build().customers()).isZero();
	}

	private static PurchaseCounts.Builder histories(int customers) {
		SplittableRandom random = new SplittableRandom(7);
		PurchaseCounts.Builder histories = new PurchaseCounts.Builder();
		for (int customer = 0; customer < customers; customer++) {
			int age = random.nextInt(40, 300);
			int repeats = Math.max(0, random.nextInt(-6, 12));
			int last = (repeats == 0) ? 0 : random.nextInt(repeats, age + 1);
			histories.add(new PurchaseHistory(repeats, last, age));
		}
		return histories;
	}

	private static SpendingCounts spending(int customers) {
		SplittableRandom random = new SplittableRandom(8);
		SpendingCounts spending = new SpendingCounts();
		for (int customer = 0; customer < customers; customer++) {
			spending.add(random.nextInt(0, 30), Math.exp(random.nextDouble(1, 5)));
		}
		return spending;
	}

}
