package io.kehu.migration.clean.filter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OutlierTestTests {

	@ParameterizedTest
	@EnumSource(OutlierMethod.class)
	void findsWhatTheTextbookFinds(OutlierMethod method) {
		int found = 0;
		for (int seed = 0; seed < 400; seed++) {
			SplittableRandom random = new SplittableRandom(seed);
			double[] values = values(random);
			double factor = 0.5 + 3 * random.nextDouble();
			int window = 3 + 2 * random.nextInt(12);
			if (method == OutlierMethod.ROLLING_MEAN && factor >= (window - 1) / Math.sqrt(window)) {
				continue;
			}
			OutlierTest test = new OutlierTest(method, factor, window);

			BitSet outliers = test.outliers(values);

			assertThat(outliers).as("seed %d, %s", seed, test).isEqualTo(textbook(test, values));
			found += outliers.cardinality();
		}
		assertThat(found).isGreaterThan(1000);
	}

	@Test
	void doesNotRememberAHugeValueThatHasLeftTheWindow() {
		double[] values = new double[200];
		Arrays.setAll(values, (row) -> 1 + (row % 5) * 0.01);
		values[50] = 1e17;
		values[150] = 2;

		assertThat(new OutlierTest(OutlierMethod.ROLLING_MEAN, 3, 21).outliers(values).stream()).containsExactly(50,
				150);
	}

	@ParameterizedTest
	@CsvSource({ "3,3", "3,9", "4,15", "2,5" })
	void refusesAWindowThatCanFlagNothing(double factor, int window) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new OutlierTest(OutlierMethod.ROLLING_MEAN, factor, window))
			.withMessageContaining("flags nothing");
		assertThat(new OutlierTest(OutlierMethod.ROLLING_MEAN, 0, 0))
			.isEqualTo(OutlierTest.standard(OutlierMethod.ROLLING_MEAN));
	}

	@ParameterizedTest
	@CsvSource({ "HAMPEL,3,4", "HAMPEL,3,1", "ROLLING_MEAN,0,5", "Z_SCORE,-1,0" })
	void refusesFiguresThatMakeNoSense(OutlierMethod method, double factor, int window) {
		assertThatIllegalArgumentException().isThrownBy(() -> new OutlierTest(method, factor, window));
	}

	private static double[] values(SplittableRandom random) {
		double[] values = new double[random.nextInt(300)];
		int kind = random.nextInt(3);
		for (int row = 0; row < values.length; row++) {
			double value = (kind == 0) ? random.nextInt(6) * 0.25 : random.nextDouble(-50, 50);
			value = (random.nextInt(25) == 0) ? value * 1000 : value;
			values[row] = (random.nextInt(10) == 0) ? Double.NaN : value;
		}
		return values;
	}

	private static BitSet textbook(OutlierTest test, double[] values) {
		BitSet outliers = new BitSet();
		int half = test.method().windowed() ? test.window() / 2 : values.length;
		for (int row = 0; row < values.length; row++) {
			double[] around = Arrays.stream(values, Math.max(0, row - half), Math.min(values.length, row + half + 1))
				.filter((value) -> !Double.isNaN(value))
				.sorted()
				.toArray();
			if (around.length >= 3 && !Double.isNaN(values[row])) {
				outliers.set(row, apart(test, values[row], around));
			}
		}
		return outliers;
	}

	private static boolean apart(OutlierTest test, double value, double[] sorted) {
		double k = test.factor();
		return switch (test.method()) {
			case ROLLING_MEAN, Z_SCORE -> {
				double mean = Arrays.stream(sorted).sum() / sorted.length;
				double squares = Arrays.stream(sorted).map((each) -> Math.pow(each - mean, 2)).sum();
				yield Math.abs(value - mean) > k * Math.sqrt(squares / (sorted.length - 1));
			}
			case HAMPEL -> {
				double median = median(sorted);
				double mad = median(Arrays.stream(sorted).map((each) -> Math.abs(each - median)).sorted().toArray());
				yield Math.abs(value - median) > k * 1.4826 * mad;
			}
			case QUARTILES -> {
				double first = quantile(sorted, 0.25);
				double third = quantile(sorted, 0.75);
				yield value < first - k * (third - first) || value > third + k * (third - first);
			}
		};
	}

	private static double median(double[] sorted) {
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static double quantile(double[] sorted, double share) {
		double place = share * (sorted.length - 1);
		int below = (int) place;
		return sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
	}

}
