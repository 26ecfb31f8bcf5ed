package io.kehu.customer.insight.model;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class BgNbdTests {

	private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

	/** The expectations are integrals over the probability to become inactive. */
	@ParameterizedTest
	@CsvSource({ "0.243, 4.414, 0.793, 2.426, 2, 272, 39, 1.68740", "0.243, 4.414, 0.793, 2.426, 0, 272, 39, 0.195100",
			"0.243, 4.414, 1.0, 2.426, 1, 70, 52, 2.64215570478293", "0.5, 2, 0.2, 0.3, 0, 0, 520, 32.4584430295055",
			"3, 5, 0.8, 2, 300, 700, 52, 126.858267573747", "3, 5, 0.8, 2, 500, 700, 52, 210.640624249",
			"0.02, 50, 5, 40, 0, 14, 500, 0.132238976046984" })
	void expectsPurchasesOfActiveCustomers(double r, double alpha, double a, double b, int repeats, int age,
			double weeks, double expected) {
		double found = new BgNbd(r, alpha, a, b).expectedWhileAlive(repeats, age, weeks);
		assertThat(found).isCloseTo(expected, within(1e-4 * expected));
	}

	@Test
	void equalsTheHypergeometricFormWhereThatIsStable() {
		for (int repeats : new int[] { 1, 2, 7, 29 }) {
			for (double weeks : new double[] { 0.1, 5, 39 }) {
				double age = 280 / 7.0;
				double c = CDNOW.a() + CDNOW.b() + repeats - 1;
				double z = weeks / (CDNOW.alpha() + age + weeks);
				double closed = c / (CDNOW.a() - 1) * (1 - Math.pow(1 - z, CDNOW.r() + repeats)
						* hypergeometric(CDNOW.r() + repeats, CDNOW.b() + repeats, c, z));
				assertThat(CDNOW.expectedWhileAlive(repeats, 280, weeks)).isCloseTo(closed, within(1e-10 * closed));
			}
		}
	}

	private static double hypergeometric(double a, double b, double c, double z) {
		double term = 1;
		double sum = 0;
		for (int k = 0; k < 10_000; k++) {
			sum += term;
			term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
		}
		return sum;
	}

	/** The example of the paper: 1.226 purchases in the next 39 weeks. */
	@Test
	void predictsThePublishedExample() {
		PurchaseHistory history = new PurchaseHistory(2, 213, 272);
		assertThat(CDNOW.expectedPurchases(history, 39)).isCloseTo(1.226, within(0.0005));
	}

	@Test
	void staysContinuousWhereTheClosedFormHasAPole() {
		double[] around = DoubleStream.of(1 - 1e-9, 1, 1 + 1e-9)
			.map((a) -> new BgNbd(0.243, 4.414, a, 2.426).expectedWhileAlive(1, 70, 52))
			.toArray();
		assertThat(around[0]).isCloseTo(around[1], within(1e-7));
		assertThat(around[2]).isCloseTo(around[1], within(1e-7));
		assertThat(new BgNbd(0.5, 2, 0.3, 0.7).expectedWhileAlive(0, 70, 52)).isPositive();
	}

	@Test
	void neverLosesCustomersThatBoughtOnce() {
		assertThat(CDNOW.probabilityAlive(new PurchaseHistory(0, 0, 0))).isEqualTo(1);
		assertThat(CDNOW.probabilityAlive(new PurchaseHistory(0, 0, 10_000))).isEqualTo(1);
	}

	@Test
	void dependsOnSilence() {
		double today = CDNOW.probabilityAlive(new PurchaseHistory(3, 100, 100));
		assertThat(today).isCloseTo(1 / (1 + 0.793 / 4.426), within(1e-12));
		double later = CDNOW.probabilityAlive(new PurchaseHistory(3, 100, 200));
		double muchLater = CDNOW.probabilityAlive(new PurchaseHistory(3, 100, 5_000));
		assertThat(later).isBetween(muchLater, today);
		assertThat(muchLater).isLessThan(0.001);
	}

	@Test
	void holdsForExtremeCustomers() {
		PurchaseHistory daily = new PurchaseHistory(20_000, 20_000, 20_000);
		assertThat(CDNOW.probabilityAlive(daily)).isCloseTo(1, within(1e-3));
		assertThat(CDNOW.expectedPurchases(daily, 1)).isBetween(6.5, 7.0);
		PurchaseHistory gone = new PurchaseHistory(20_000, 20_000, 1_000_000);
		assertThat(CDNOW.probabilityAlive(gone)).isZero();
		assertThat(CDNOW.expectedPurchases(gone, 52)).isZero();
		assertThat(CDNOW.expectedPurchases(new PurchaseHistory(0, 0, 0), 1e-6)).isBetween(0.0, 1e-6);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0, 10", "1, 0, 10", "0, 5, 10", "5, 4, 10", "1, 11, 10", "0, 0, 1048576" })
	void refusesImpossibleHistories(int repeats, int lastDay, int age) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(repeats, lastDay, age));
	}

}
