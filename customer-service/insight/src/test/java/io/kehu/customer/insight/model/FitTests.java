package io.kehu.customer.insight.model;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FitTests {

	/** Made-up customers whose shape parameters are whole numbers, which is quick. */
	@Test
	void findsTheParametersThatCustomersWereMadeWith() {
		SplittableRandom random = new SplittableRandom(42);
		PurchaseCounts.Builder histories = new PurchaseCounts.Builder();
		for (int customer = 0; customer < 20_000; customer++) {
			histories.add(history(random, 2, 20, 1, 3));
		}
		BgNbdFit fit = BgNbdFit.of(histories.build()).orElseThrow();
		assertNear(fit.r(), 2);
		assertNear(fit.alpha(), 20);
		assertNear(fit.a(), 1);
		assertNear(fit.b(), 3);
	}

	/** Times are rounded to days, which biases the estimate a little. */
	private static void assertNear(Estimate estimate, double truth) {
		assertThat(estimate.standardError()).isNotNull().isLessThan(0.2 * truth);
		assertThat(estimate.value()).isCloseTo(truth, within(0.15 * truth));
	}

	private static PurchaseHistory history(SplittableRandom random, int r, double alpha, int a, int b) {
		double rate = gamma(random, r) / alpha / 7;
		double one = gamma(random, a);
		double leaving = one / (one + gamma(random, b));
		int age = random.nextInt(200, 700);
		int repeats = 0;
		int last = 0;
		double time = 0;
		boolean active = true;
		while (active) {
			time += gamma(random, 1) / rate;
			int day = (int) Math.ceil(time);
			active = day <= age;
			if (active && day > last) {
				repeats++;
				last = day;
				active = random.nextDouble() >= leaving;
			}
		}
		return new PurchaseHistory(repeats, last, age);
	}

	private static double gamma(SplittableRandom random, int shape) {
		double sum = 0;
		for (int i = 0; i < shape; i++) {
			sum -= Math.log(1 - random.nextDouble());
		}
		return sum;
	}

	@Test
	void doesNotDependOnTheCurrency() {
		GammaGammaFit euros = GammaGammaFit.of(spending(1)).orElseThrow();
		GammaGammaFit yen = GammaGammaFit.of(spending(163.7)).orElseThrow();
		assertThat(yen.p().value()).isCloseTo(euros.p().value(), within(1e-4));
		assertThat(yen.q().value()).isCloseTo(euros.q().value(), within(1e-4));
		assertThat(yen.gamma().value() / 163.7).isCloseTo(euros.gamma().value(), within(1e-3));
		double own = 40;
		double all = euros.model().expectedValue(0, 0).orElseThrow();
		double expected = euros.model().expectedValue(5, own).orElseThrow();
		assertThat(expected).isBetween(Math.min(own, all), Math.max(own, all));
		assertThat(euros.model().expectedValue(100_000, own).orElseThrow()).isCloseTo(own, within(0.01));
		assertThat(new GammaGamma(2, 0.5, 3).expectedValue(0, 0)).isEmpty();
	}

	private static SpendingCounts spending(double currency) {
		SplittableRandom random = new SplittableRandom(3);
		SpendingCounts spending = new SpendingCounts();
		for (int customer = 0; customer < 2_000; customer++) {
			double scale = gamma(random, 4) / 15;
			int repeats = random.nextInt(1, 8);
			spending.add(repeats, currency * gamma(random, 6 * repeats) / scale / repeats);
		}
		return spending;
	}

	@Test
	void findsNoneWithoutRepeatPurchases() {
		PurchaseCounts.Builder once = new PurchaseCounts.Builder();
		for (int age = 0; age < 300; age++) {
			once.add(new PurchaseHistory(0, 0, age));
		}
		assertThat(BgNbdFit.of(once.build())).isEmpty();
		assertThat(BgNbdFit.of(new PurchaseCounts.Builder().build())).isEmpty();
		assertThat(GammaGammaFit.of(new SpendingCounts())).isEmpty();
	}

	/** Equal customers leave parameters undetermined: no figure, or a usable one. */
	@Test
	void survivesEqualCustomers() {
		PurchaseCounts.Builder equal = new PurchaseCounts.Builder();
		SpendingCounts spending = new SpendingCounts();
		for (int customer = 0; customer < 300; customer++) {
			equal.add(new PurchaseHistory(3, 90, 120));
			spending.add(3, 20);
		}
		BgNbdFit.of(equal.build())
			.ifPresent((fit) -> assertThat(fit.model().expectedPurchases(new PurchaseHistory(3, 90, 120), 52))
				.isBetween(0.0, 20.0));
		GammaGammaFit.of(spending)
			.ifPresent((fit) -> assertThat(fit.model().expectedValue(3, 20).orElseThrow()).isCloseTo(20, within(1.0)));
	}

	@Test
	void discountsLaterPurchases() {
		BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
		PurchaseHistory history = new PurchaseHistory(5, 200, 230);
		Outlook.Purchases plain = new Outlook(model, new Horizon(52, 12, 0)).of(history);
		Outlook.Purchases discounted = new Outlook(model, new Horizon(52, 12, 0.1)).of(history);
		assertThat(plain.discounted()).isCloseTo(model.expectedPurchases(history, 365.25 / 7), within(1e-9));
		assertThat(plain.expected()).isCloseTo(model.expectedPurchases(history, 52), within(1e-9));
		assertThat(discounted.discounted()).isBetween(plain.discounted() / 1.1, plain.discounted());
		assertThat(discounted.probabilityAlive()).isEqualTo(model.probabilityAlive(history));
	}

}
