package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the nearest rows under distances that skip missing values: one tree for each set
 * of columns that rows have.
 */
final class NeighbourForest {

	private final List<Feature> features;

	private final List<NeighbourTree> trees;

	/**
	 * Plant the trees.
	 * @param features the columns
	 * @param rows the rows that may be found
	 * @param distance how far rows are apart
	 */
	NeighbourForest(List<Feature> features, int[] rows, Distance distance) {
		this.features = features;
		Map<BitSet, IntStream.Builder> groups = new LinkedHashMap<>();
		for (int row : rows) {
			groups.computeIfAbsent(pattern(row), (pattern) -> IntStream.builder()).add(row);
		}
		this.trees = groups.entrySet()
			.stream()
			.map((group) -> new NeighbourTree(features, distance, group.getKey().stream().toArray(),
					group.getValue().build().toArray()))
			.sorted(Comparator.comparingInt(NeighbourTree::size).reversed())
			.toList();
	}

	private BitSet pattern(int row) {
		BitSet pattern = new BitSet(this.features.size());
		for (int column = 0; column < this.features.size(); column++) {
			pattern.set(column, this.features.get(column).present(row));
		}
		return pattern;
	}

	/** Find the nearest rows that have a column which the given row lacks. */
	void search(int row, int column, Nearest nearest) {
		double[] query = new double[this.features.size()];
		Arrays.setAll(query, (each) -> this.features.get(each).values()[row]);
		query[column] = Double.NaN;
		for (NeighbourTree tree : this.trees) {
			if (tree.has(column)) {
				tree.search(query, nearest);
			}
		}
	}

}
