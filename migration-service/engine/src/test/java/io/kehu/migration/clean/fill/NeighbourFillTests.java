package io.kehu.migration.clean.fill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.IntStream;

import io.kehu.migration.sample.CustomerFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class NeighbourFillTests {

	private static final double[][] CUSTOMERS = CustomerFrame.generate(400, 11);

	private static final double[][] HOLES = CustomerFrame.hide(CUSTOMERS, 12);

	@Test
	void goldenInputIsWhatTheGeneratorMakes() throws IOException {
		assertThat(resource("holes.csv")).isEqualTo(csv(HOLES));
	}

	@ParameterizedTest
	@CsvSource({ "5,UNIFORM,2", "5,DISTANCE,3", "15,UNIFORM,4", "15,DISTANCE,5" })
	void fillsAsScikitLearnDoes(int count, Weighting weighting, int place) throws IOException {
		double[][] filled = new NeighbourFill(count, weighting, Distance.NAN_EUCLIDEAN).fill(features(HOLES));

		List<String> expected = resource("expected.csv").lines().toList();
		assertThat(expected).hasSizeGreaterThan(200);
		for (String line : expected) {
			String[] cells = line.split(",");
			double value = filled[Integer.parseInt(cells[1])][Integer.parseInt(cells[0])];
			assertThat(value).isCloseTo(Double.parseDouble(cells[place]), within(1e-9));
		}
	}

	@ParameterizedTest
	@CsvSource({ "GOWER,UNIFORM", "GOWER,DISTANCE", "NAN_EUCLIDEAN,UNIFORM", "NAN_EUCLIDEAN,DISTANCE" })
	void findsWhatTheTextbookFindsAmongNumbersAndCategories(Distance distance, Weighting weighting) {
		for (int seed = 0; seed < 12; seed++) {
			List<Feature> features = mixed(40 + 60 * seed, seed);

			double[][] filled = new NeighbourFill(7, weighting, distance).fill(features);

			for (int column = 0; column < features.size(); column++) {
				for (int row = 0; row < filled[column].length; row++) {
					double expected = features.get(column).present(row) ? features.get(column).values()[row]
							: TextbookNeighbours.value(features, row, column, 7, weighting, distance);
					assertThat(filled[column][row]).as("seed %d row %d column %d", seed, row, column)
						.isCloseTo(expected, within(1e-9));
				}
			}
		}
	}

	@Test
	void beatsMeanAndMedianOnMadeCustomers() {
		double[][] customers = CustomerFrame.generate(3000, 1);
		double[][] holes = CustomerFrame.hide(customers, 2);

		double[][] filled = NeighbourFill.standard().fill(features(holes));

		double mean = error(customers, holes, averaged(holes, Average.MEAN));
		assertThat(error(customers, holes, averaged(holes, Average.MEDIAN))).isBetween(0.9 * mean, 1.1 * mean);
		assertThat(error(customers, holes, filled)).isLessThan(0.65 * mean);
	}

	@Test
	void givesTheMeanToARowThatSharesNothing() {
		double none = Double.NaN;
		double[][] columns = { { 1, 2, 6, none }, { none, none, none, 5 } };

		double[][] filled = NeighbourFill.standard().fill(features(columns));

		assertThat(filled[0]).containsExactly(1, 2, 6, 3);
		assertThat(filled[1]).containsExactly(5, 5, 5, 5);
	}

	@Test
	void leavesAColumnWithoutAnyValueEmpty() {
		double none = Double.NaN;

		double[][] filled = NeighbourFill.standard().fill(features(new double[][] { { 1, 2 }, { none, none } }));

		assertThat(filled[1]).containsOnly(none);
	}

	@Test
	void wantsANeighbour() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourFill(0, Weighting.UNIFORM, Distance.GOWER));
	}

	private static List<Feature> mixed(int rows, int seed) {
		SplittableRandom random = new SplittableRandom(seed);
		double[][] columns = CustomerFrame.hide(CustomerFrame.generate(rows, seed), seed + 1L);
		double[] kind = new double[rows];
		double[] rank = new double[rows];
		for (int row = 0; row < rows; row++) {
			kind[row] = (random.nextInt(9) == 0) ? Double.NaN : random.nextInt(4);
			rank[row] = (random.nextInt(9) == 0) ? Double.NaN : random.nextInt(3);
		}
		return List.of(Feature.numeric(columns[0]), new Feature(kind, true), Feature.ranged(columns[1]),
				new Feature(rank, true), Feature.standardised(columns[5]));
	}

	private static double[][] averaged(double[][] holes, Average average) {
		return Arrays.stream(holes).map((column) -> {
			double value = average.of(column);
			return Arrays.stream(column).map((each) -> Double.isNaN(each) ? value : each).toArray();
		}).toArray(double[][]::new);
	}

	static double error(double[][] truth, double[][] holes, double[][] filled) {
		double squares = 0;
		int count = 0;
		for (int column = 0; column < truth.length; column++) {
			for (int row = 0; row < truth[column].length; row++) {
				if (Double.isNaN(holes[column][row])) {
					squares += Math.pow(filled[column][row] - truth[column][row], 2);
					count++;
				}
			}
		}
		return Math.sqrt(squares / count);
	}

	static List<Feature> features(double[][] columns) {
		return Arrays.stream(columns).map(Feature::numeric).toList();
	}

	private static String csv(double[][] columns) {
		StringBuilder text = new StringBuilder();
		IntStream.range(0, columns[0].length).forEach((row) -> {
			StringJoiner line = new StringJoiner(",", "", "\n");
			for (double[] column : columns) {
				line.add(Double.isNaN(column[row]) ? "" : Double.toString(column[row]));
			}
			text.append(line);
		});
		return text.toString();
	}

	private static String resource(String name) throws IOException {
		try (var stream = NeighbourFillTests.class.getResourceAsStream("/fill/" + name)) {
			return (stream == null) ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
