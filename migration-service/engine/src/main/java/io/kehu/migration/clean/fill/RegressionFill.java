package io.kehu.migration.clean.fill;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.clean.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Fills by linear regression on the columns of numbers that the row has: one fit for each
 * set of them, learnt from the rows that have them all. A row without any, or with too
 * few rows like it, gets the mean, and its source says so.
 *
 * @param columns predictors; none for all that hold numbers
 */
public record RegressionFill(List<String> columns) implements FillMethod {

	private static final int ROWS_PER_COEFFICIENT = 5;

	private static final String NO_PREDICTOR = "mean, for want of a column to regress on";

	private static final String TOO_FEW_ROWS = "mean, for want of rows to regress on";

	public RegressionFill {
		columns = (columns != null) ? List.copyOf(columns) : List.of();
	}

	@Override
	public Gap suited(Gap gap) {
		return gap.ofNumbers("regression");
	}

	@Override
	public Filling fill(Gap given) {
		Gap gap = suited(given);
		double[] target = gap.numbers().values();
		List<double[]> predictors = gap.others(this.columns)
			.stream()
			.map(Numbers::of)
			.filter(Numbers::complete)
			.map((numbers) -> Feature.standardised(numbers.values()).values())
			.toList();
		int[] known = gap.known();
		double mean = Average.MEAN.of(target);
		Map<BitSet, @Nullable LinearFit> fits = new HashMap<>();
		int[] holes = gap.holes();
		double[] values = new double[holes.length];
		@Nullable String[] sources = new String[holes.length];
		for (int i = 0; i < holes.length; i++) {
			BitSet present = present(predictors, holes[i]);
			if (!fits.containsKey(present)) {
				fits.put(present, fit(target, predictors, present, known));
			}
			LinearFit fit = fits.get(present);
			boolean alone = fit == null || present.isEmpty();
			values[i] = (fit == null) ? mean : fit.predict(row(predictors, present, holes[i]));
			sources[i] = alone ? (present.isEmpty() ? NO_PREDICTOR : TOO_FEW_ROWS) : null;
		}
		return Filling.numbers(gap, values, sources);
	}

	private static @Nullable LinearFit fit(double[] target, List<double[]> predictors, BitSet present, int[] known) {
		LinearFit.Sums sums = new LinearFit.Sums(present.cardinality());
		for (int row : known) {
			BitSet having = present(predictors, row);
			if (contains(having, present)) {
				sums.add(row(predictors, present, row), target[row]);
			}
		}
		return (sums.count() < ROWS_PER_COEFFICIENT * (present.cardinality() + 1L)) ? null : sums.solve();
	}

	private static boolean contains(BitSet whole, BitSet part) {
		BitSet missing = (BitSet) part.clone();
		missing.andNot(whole);
		return missing.isEmpty();
	}

	private static BitSet present(List<double[]> predictors, int row) {
		BitSet present = new BitSet(predictors.size());
		for (int i = 0; i < predictors.size(); i++) {
			present.set(i, !Double.isNaN(predictors.get(i)[row]));
		}
		return present;
	}

	private static double[] row(List<double[]> predictors, BitSet present, int row) {
		return present.stream().mapToDouble((predictor) -> predictors.get(predictor)[row]).toArray();
	}

	@Override
	public List<String> beside(List<String> all) {
		return this.columns.isEmpty() ? all : this.columns;
	}

	@Override
	public String source() {
		return "regression";
	}

}
