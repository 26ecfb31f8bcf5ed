package io.kehu.migration.clean.fill;

/**
 * A linear function of some predictors, fitted by least squares with a breath of ridge,
 * so that predictors that repeat each other do no harm.
 */
final class LinearFit {

	private static final double RIDGE = 1e-8;

	private final double[] coefficients;

	private LinearFit(double[] coefficients) {
		this.coefficients = coefficients;
	}

	double predict(double[] predictors) {
		double value = this.coefficients[0];
		for (int i = 0; i < predictors.length; i++) {
			value += this.coefficients[i + 1] * predictors[i];
		}
		return value;
	}

	/**
	 * Collects the normal equations row by row.
	 */
	static final class Sums {

		private final double[][] matrix;

		private final double[] right;

		private long count;

		Sums(int predictors) {
			this.matrix = new double[predictors + 1][predictors + 1];
			this.right = new double[predictors + 1];
		}

		void add(double[] predictors, double target) {
			this.count++;
			for (int i = 0; i < this.right.length; i++) {
				double one = (i == 0) ? 1 : predictors[i - 1];
				this.right[i] += one * target;
				for (int j = 0; j <= i; j++) {
					this.matrix[i][j] += one * ((j == 0) ? 1 : predictors[j - 1]);
				}
			}
		}

		long count() {
			return this.count;
		}

		/** Solve by Cholesky's decomposition. */
		LinearFit solve() {
			int size = this.right.length;
			double[][] lower = new double[size][size];
			for (int i = 0; i < size; i++) {
				for (int j = 0; j <= i; j++) {
					double sum = this.matrix[i][j] + ((i == j) ? RIDGE * this.count : 0);
					for (int k = 0; k < j; k++) {
						sum -= lower[i][k] * lower[j][k];
					}
					lower[i][j] = (i == j) ? Math.sqrt(sum) : sum / lower[j][j];
				}
			}
			double[] solution = this.right.clone();
			for (int i = 0; i < size; i++) {
				for (int k = 0; k < i; k++) {
					solution[i] -= lower[i][k] * solution[k];
				}
				solution[i] /= lower[i][i];
			}
			for (int i = size - 1; i >= 0; i--) {
				for (int k = i + 1; k < size; k++) {
					solution[i] -= lower[k][i] * solution[k];
				}
				solution[i] /= lower[i][i];
			}
			return new LinearFit(solution);
		}

	}

}
