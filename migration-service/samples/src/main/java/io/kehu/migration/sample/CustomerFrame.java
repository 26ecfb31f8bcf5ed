package io.kehu.migration.sample;

import java.util.SplittableRandom;

/**
 * Generates customers described by seven numbers that correlate as those of real ones do:
 * frequency, amounts, prices, recency.
 */
public final class CustomerFrame {

	private static final double[][] LOADINGS = { { 0.8, 0.1, 0 }, { 0.7, 0.6, -0.2 }, { 0.6, 0.7, -0.2 },
			{ 0.8, 0.2, -0.4 }, { 0.8, 0.2, 0.2 }, { -0.1, 0.1, 0.9 }, { -0.6, 0.1, 0 } };

	private static final double NOISE = 0.35;

	private CustomerFrame() {
	}

	/**
	 * Generates customers.
	 * @param rows the number of customers
	 * @param seed the seed
	 * @return seven columns
	 */
	public static double[][] generate(int rows, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		double[][] columns = new double[LOADINGS.length][rows];
		for (int row = 0; row < rows; row++) {
			double[] hidden = { normal(random), normal(random), normal(random) };
			for (int column = 0; column < LOADINGS.length; column++) {
				double value = NOISE * normal(random);
				for (int i = 0; i < hidden.length; i++) {
					value += LOADINGS[column][i] * hidden[i];
				}
				columns[column][row] = Math.rint(value * 1e6) / 1e6;
			}
		}
		return columns;
	}

	/**
	 * Hides a tenth of the cells.
	 * @param columns the columns, left unchanged
	 * @param seed the seed that selects the cells
	 * @return copies with NaN in the hidden cells
	 */
	public static double[][] hide(double[][] columns, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		double[][] hidden = new double[columns.length][];
		for (int column = 0; column < columns.length; column++) {
			hidden[column] = columns[column].clone();
			for (int row = 0; row < hidden[column].length; row++) {
				if (random.nextDouble() < 0.10) {
					hidden[column][row] = Double.NaN;
				}
			}
		}
		return hidden;
	}

	private static double normal(SplittableRandom random) {
		double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
		return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
	}

}
