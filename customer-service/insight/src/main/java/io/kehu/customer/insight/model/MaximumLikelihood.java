package io.kehu.customer.insight.model;

import java.util.Optional;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Finds the parameters under which the observations are the most likely, by conjugate
 * gradients. They are preconditioned by the second derivatives, with their absolute
 * eigenvalues, so that a few steps suffice although parameters depend on each other.
 */
final class MaximumLikelihood {

	/** What a logarithm can be; farther out, the likelihood no longer changes. */
	private static final double BOUND = 12;

	/** The steepest slope at which a point counts as a maximum. */
	private static final double LEVEL = 1e-5;

	private static final double LONGEST_STEP = 2;

	private static final double DIFFERENCE = 1e-4;

	private static final int MOST_VALUES = 2_000;

	private static final int MOST_STEPS = 200;

	private final LogLikelihood likelihood;

	MaximumLikelihood(LogLikelihood likelihood) {
		this.likelihood = likelihood;
	}

	/**
	 * Returns the maximum, or an empty value if none was found.
	 * @param start the logarithms of the parameters to start with
	 */
	Optional<Maximum> find(double... start) {
		try {
			NonLinearConjugateGradientOptimizer optimizer = new NonLinearConjugateGradientOptimizer(
					Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-13, 1e-14), 1e-6, 1e-10, 1, this::precondition);
			double[] best = optimizer
				.optimize(new MaxEval(MOST_VALUES), new MaxIter(MOST_STEPS), new InitialGuess(start),
						new ObjectiveFunction(this::bounded), new ObjectiveFunctionGradient(this.likelihood::gradient),
						GoalType.MAXIMIZE)
				.getPoint();
			double steepest = 0;
			for (double slope : this.likelihood.gradient(best)) {
				steepest = Math.max(steepest, Math.abs(slope));
			}
			return (steepest <= LEVEL) ? Optional.of(new Maximum(best, this.likelihood.value(best), hessian(best)))
					: Optional.empty();
		}
		catch (MathRuntimeException ex) {
			return Optional.empty();
		}
	}

	/** Returns a value below all others outside of the bounds, which falls outwards. */
	private double bounded(double[] point) {
		double outside = 0;
		for (double logarithm : point) {
			outside = Math.max(outside, Math.abs(logarithm) - BOUND);
		}
		double value = (outside > 0) ? Double.NaN : this.likelihood.value(point);
		return Double.isFinite(value) ? value : -1e9 * (1 + Math.min(1e9, outside));
	}

	private double[] precondition(double[] point, double[] slope) {
		EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(hessian(point));
		double[] curvatures = parts.getEigenvalues();
		double largest = 0;
		for (double curvature : curvatures) {
			largest = Math.max(largest, Math.abs(curvature));
		}
		double[] step = new double[slope.length];
		for (int part = 0; part < curvatures.length; part++) {
			double[] axis = parts.getEigenvector(part).toArray();
			double length = product(axis, slope) / Math.max(Math.abs(curvatures[part]), 1e-6 * largest + 1e-12);
			for (int parameter = 0; parameter < step.length; parameter++) {
				step[parameter] += length * axis[parameter];
			}
		}
		double length = Math.sqrt(product(step, step));
		if (length > LONGEST_STEP) {
			for (int parameter = 0; parameter < step.length; parameter++) {
				step[parameter] *= LONGEST_STEP / length;
			}
		}
		return step;
	}

	private static double product(double[] one, double[] other) {
		double sum = 0;
		for (int i = 0; i < one.length; i++) {
			sum += one[i] * other[i];
		}
		return sum;
	}

	/** Returns the second derivatives, as central differences of the first. */
	private RealMatrix hessian(double[] point) {
		int parameters = point.length;
		double[][] second = new double[parameters][];
		for (int parameter = 0; parameter < parameters; parameter++) {
			double[] above = point.clone();
			double[] below = point.clone();
			above[parameter] += DIFFERENCE;
			below[parameter] -= DIFFERENCE;
			double[] up = this.likelihood.gradient(above);
			double[] down = this.likelihood.gradient(below);
			second[parameter] = new double[parameters];
			for (int other = 0; other < parameters; other++) {
				second[parameter][other] = (up[other] - down[other]) / (2 * DIFFERENCE);
			}
		}
		RealMatrix matrix = new Array2DRowRealMatrix(second);
		return matrix.add(matrix.transpose()).scalarMultiply(0.5);
	}

	/**
	 * The point at which the likelihood is the greatest.
	 */
	static final class Maximum {

		private final double[] logarithms;

		private final double value;

		private final RealMatrix hessian;

		private Maximum(double[] logarithms, double value, RealMatrix hessian) {
			this.logarithms = logarithms;
			this.value = value;
			this.hessian = hessian;
		}

		/** Returns the mean log-likelihood. */
		double value() {
			return this.value;
		}

		double parameter(int index) {
			return Math.exp(this.logarithms[index]);
		}

		/**
		 * Returns the asymptotic standard error of each parameter, from the inverse of
		 * the observed information; not a number if the likelihood is flat there.
		 */
		double[] standardErrors(long observations) {
			EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(this.hessian);
			double[] curvatures = parts.getEigenvalues();
			double[] errors = new double[this.logarithms.length];
			for (int parameter = 0; parameter < errors.length; parameter++) {
				double variance = 0;
				for (int part = 0; part < errors.length; part++) {
					double weight = parts.getEigenvector(part).getEntry(parameter);
					variance += (curvatures[part] < 0) ? weight * weight / -curvatures[part] : Double.NaN;
				}
				errors[parameter] = parameter(parameter) * Math.sqrt(variance / observations);
			}
			return errors;
		}

	}

}
