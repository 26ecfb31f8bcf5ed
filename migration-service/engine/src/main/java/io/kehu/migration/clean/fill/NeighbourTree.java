package io.kehu.migration.clean.fill;

import java.util.List;

/**
 * A k-d tree with a bounding box at each node over rows that all lack the same columns,
 * so that the distance's factor is one number for a query (Friedman, Bentley and Finkel,
 * 1977). Exact: a branch is left out only when its box is farther than the farthest row
 * kept.
 */
final class NeighbourTree {

	private static final int LEAF = 24;

	private final Distance distance;

	private final int columns;

	private final int[] present;

	private final boolean[] category;

	private final int[] rows;

	private final double[] points;

	private final int firstLeaf;

	private final int[] starts;

	private final double[] low;

	private final double[] high;

	NeighbourTree(List<Feature> features, Distance distance, int[] present, int[] rows) {
		this.distance = distance;
		this.columns = features.size();
		this.present = present;
		this.category = new boolean[present.length];
		for (int i = 0; i < present.length; i++) {
			this.category[i] = features.get(present[i]).category();
		}
		this.rows = rows;
		int leaves = 1;
		while (rows.length > leaves * LEAF) {
			leaves *= 2;
		}
		this.firstLeaf = leaves - 1;
		int nodes = 2 * leaves - 1;
		this.starts = new int[2 * nodes];
		this.low = new double[nodes * present.length];
		this.high = new double[nodes * present.length];
		this.points = new double[rows.length * present.length];
		build(features, 0, 0, rows.length);
		for (int i = 0; i < rows.length; i++) {
			for (int d = 0; d < present.length; d++) {
				this.points[i * present.length + d] = features.get(present[d]).values()[rows[i]];
			}
		}
	}

	private void build(List<Feature> features, int node, int start, int end) {
		this.starts[2 * node] = start;
		this.starts[2 * node + 1] = end;
		int widest = 0;
		double width = -1;
		for (int d = 0; d < this.present.length; d++) {
			double spread = measure(features.get(this.present[d]).values(), node * this.present.length + d, start, end);
			double counted = this.category[d] ? Math.min(spread, 1) : spread;
			if (counted > width) {
				widest = d;
				width = counted;
			}
		}
		if (node < this.firstLeaf) {
			int middle = (start + end) >>> 1;
			if (this.present.length > 0) {
				Selection.partition(this.rows, features.get(this.present[widest]).values(), start, end, middle);
			}
			build(features, 2 * node + 1, start, middle);
			build(features, 2 * node + 2, middle, end);
		}
	}

	private double measure(double[] values, int slot, int start, int end) {
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int i = start; i < end; i++) {
			least = Math.min(least, values[this.rows[i]]);
			most = Math.max(most, values[this.rows[i]]);
		}
		this.low[slot] = least;
		this.high[slot] = most;
		return most - least;
	}

	int size() {
		return this.rows.length;
	}

	/** Whether the rows of this tree have a column. */
	boolean has(int column) {
		for (int each : this.present) {
			if (each == column) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Offer the rows that may be among the nearest.
	 * @param query a value a column, NaN where there is none
	 * @param nearest collects rows with their scaled sums
	 */
	void search(double[] query, Nearest nearest) {
		int[] shared = new int[this.present.length];
		int count = 0;
		for (int d = 0; d < this.present.length; d++) {
			if (!Double.isNaN(query[this.present[d]])) {
				shared[count++] = d;
			}
		}
		if (count == 0) {
			return;
		}
		double[] values = new double[count];
		int[] dimensions = new int[count];
		for (int i = 0; i < count; i++) {
			dimensions[i] = shared[i];
			values[i] = query[this.present[shared[i]]];
		}
		double factor = this.distance.factor(this.columns, count);
		Query prepared = new Query(values, dimensions, factor, nearest);
		visit(0, toBox(0, prepared), prepared);
	}

	private void visit(int node, double bound, Query query) {
		if (bound > query.nearest.bound()) {
			return;
		}
		if (node >= this.firstLeaf) {
			scan(this.starts[2 * node], this.starts[2 * node + 1], query);
			return;
		}
		int left = 2 * node + 1;
		int right = left + 1;
		double toLeft = toBox(left, query);
		double toRight = toBox(right, query);
		if (toLeft <= toRight) {
			visit(left, toLeft, query);
			visit(right, toRight, query);
		}
		else {
			visit(right, toRight, query);
			visit(left, toLeft, query);
		}
	}

	private double toBox(int node, Query query) {
		int base = node * this.present.length;
		double sum = 0;
		for (int i = 0; i < query.values.length; i++) {
			int dimension = query.dimensions[i];
			double value = query.values[i];
			double least = this.low[base + dimension];
			double most = this.high[base + dimension];
			if (value < least) {
				sum += this.category[dimension] ? 1 : this.distance.term(least - value);
			}
			else if (value > most) {
				sum += this.category[dimension] ? 1 : this.distance.term(value - most);
			}
		}
		return sum * query.factor;
	}

	private void scan(int start, int end, Query query) {
		int width = this.present.length;
		for (int place = start; place < end; place++) {
			int base = place * width;
			double sum = 0;
			for (int i = 0; i < query.values.length; i++) {
				int dimension = query.dimensions[i];
				double difference = this.points[base + dimension] - query.values[i];
				if (this.category[dimension]) {
					sum += (difference == 0) ? 0 : 1;
				}
				else {
					sum += this.distance.term(difference);
				}
			}
			double scaled = sum * query.factor;
			if (scaled <= query.nearest.bound()) {
				query.nearest.offer(scaled, this.rows[place]);
			}
		}
	}

	/**
	 * What does not change during one search.
	 */
	private static final class Query {

		private final double[] values;

		private final int[] dimensions;

		private final double factor;

		private final Nearest nearest;

		private Query(double[] values, int[] dimensions, double factor, Nearest nearest) {
			this.values = values;
			this.dimensions = dimensions;
			this.factor = factor;
			this.nearest = nearest;
		}

	}

}
