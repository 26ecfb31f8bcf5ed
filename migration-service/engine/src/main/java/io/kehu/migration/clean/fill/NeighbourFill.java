package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fills a value by the mean, or the majority, of the nearest rows that have it, as
 * scikit-learn's KNNImputer does (Troyanskaya et al., 2001). A row that shares no column
 * with any other gets the column's mean or mode; a column without any value stays empty.
 */
public final class NeighbourFill {

	/** Default number of neighbours. */
	public static final int COUNT = 15;

	private final int count;

	private final Weighting weighting;

	private final Distance distance;

	/**
	 * Set the method.
	 * @param count how many neighbours, at least 1
	 * @param weighting how much each counts
	 * @param distance how far rows are apart
	 */
	public NeighbourFill(int count, Weighting weighting, Distance distance) {
		if (count < 1) {
			throw new IllegalArgumentException("At least one neighbour is needed, not %d".formatted(count));
		}
		this.count = count;
		this.weighting = weighting;
		this.distance = distance;
	}

	/** 15 neighbours of equal weight, for numbers of like scale. */
	public static NeighbourFill standard() {
		return new NeighbourFill(COUNT, Weighting.UNIFORM, Distance.NAN_EUCLIDEAN);
	}

	/**
	 * Fill every column; works on all cores.
	 * @param features columns of equal length, left as they are
	 * @return the columns with holes filled
	 */
	public double[][] fill(List<Feature> features) {
		int rows = features.get(0).values().length;
		int[] all = IntStream.range(0, rows).toArray();
		NeighbourForest forest = new NeighbourForest(features, all.clone(), this.distance);
		double[][] filled = new double[features.size()][];
		for (int column = 0; column < filled.length; column++) {
			Feature feature = features.get(column);
			int[] holes = Arrays.stream(all).filter((row) -> !feature.present(row)).toArray();
			double[] values = fill(forest, feature, column, holes, RowShare.ALL, all);
			filled[column] = feature.values().clone();
			for (int i = 0; i < holes.length; i++) {
				filled[column][holes[i]] = values[i];
			}
		}
		return filled;
	}

	/**
	 * Fill some holes of one column.
	 * @param features columns of equal length
	 * @param column the column to fill
	 * @param gap which of its rows to fill, and which to learn from
	 * @return a value a hole, NaN where there is nothing to learn from
	 */
	double[] fill(List<Feature> features, int column, Gap gap) {
		int[] rows = gap.kept().stream().toArray();
		NeighbourForest forest = new NeighbourForest(features, rows.clone(), this.distance);
		return fill(forest, features.get(column), column, gap.holes(), gap.share(), rows);
	}

	private double[] fill(NeighbourForest forest, Feature feature, int column, int[] holes, RowShare share,
			int[] rows) {
		double fallback = fallback(feature, rows);
		double[] values = new double[holes.length];
		Runnable counting = share.counting(values.length);
		IntStream.range(0, values.length).parallel().forEach((hole) -> {
			Nearest nearest = new Nearest(this.count);
			forest.search(holes[hole], column, nearest);
			values[hole] = (nearest.size() == 0) ? fallback : combine(feature, nearest);
			counting.run();
		});
		return values;
	}

	private static double fallback(Feature feature, int[] rows) {
		double[] present = Arrays.stream(rows)
			.mapToDouble((row) -> feature.values()[row])
			.filter((value) -> !Double.isNaN(value))
			.toArray();
		double[] equal = new double[present.length];
		Arrays.fill(equal, 1);
		return feature.category() ? majority(present, equal) : mean(present, equal);
	}

	private double combine(Feature feature, Nearest nearest) {
		double[] donors = new double[nearest.size()];
		double[] weights = new double[nearest.size()];
		boolean equal = this.weighting == Weighting.UNIFORM;
		boolean touching = IntStream.range(0, nearest.size()).anyMatch((i) -> nearest.distance(i) == 0);
		for (int i = 0; i < donors.length; i++) {
			donors[i] = feature.values()[nearest.row(i)];
			if (equal) {
				weights[i] = 1;
			}
			else if (touching) {
				weights[i] = (nearest.distance(i) == 0) ? 1 : 0;
			}
			else {
				weights[i] = 1 / this.distance.of(nearest.distance(i));
			}
		}
		return feature.category() ? majority(donors, weights) : mean(donors, weights);
	}

	private static double mean(double[] values, double[] weights) {
		double sum = 0;
		double total = 0;
		for (int i = 0; i < values.length; i++) {
			sum += weights[i] * values[i];
			total += weights[i];
		}
		return sum / total;
	}

	private static double majority(double[] codes, double[] weights) {
		Map<Double, Double> votes = new TreeMap<>();
		double winner = Double.NaN;
		for (int i = 0; i < codes.length; i++) {
			votes.merge(codes[i], weights[i], Double::sum);
		}
		double most = 0;
		for (Map.Entry<Double, Double> vote : votes.entrySet()) {
			if (vote.getValue() > most) {
				winner = vote.getKey();
				most = vote.getValue();
			}
		}
		return winner;
	}

}
