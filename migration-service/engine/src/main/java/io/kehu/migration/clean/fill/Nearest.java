package io.kehu.migration.clean.fill;

/**
 * Keeps the nearest rows met so far: a heap with the farthest on top; of equally far rows
 * the later one goes first.
 */
final class Nearest {

	private final double[] distances;

	private final int[] rows;

	private int size;

	Nearest(int capacity) {
		this.distances = new double[capacity];
		this.rows = new int[capacity];
	}

	int size() {
		return this.size;
	}

	double distance(int place) {
		return this.distances[place];
	}

	int row(int place) {
		return this.rows[place];
	}

	/** Beyond this no row can enter. */
	double bound() {
		return (this.size < this.rows.length) ? Double.POSITIVE_INFINITY : this.distances[0];
	}

	void offer(double distance, int row) {
		if (this.size < this.rows.length) {
			rise(this.size++, distance, row);
		}
		else if (farther(this.distances[0], this.rows[0], distance, row)) {
			sink(distance, row);
		}
	}

	private void rise(int start, double distance, int row) {
		int place = start;
		while (place > 0) {
			int parent = (place - 1) >> 1;
			if (!farther(distance, row, this.distances[parent], this.rows[parent])) {
				break;
			}
			move(parent, place);
			place = parent;
		}
		set(place, distance, row);
	}

	private void sink(double distance, int row) {
		int place = 0;
		int child = 1;
		while (child < this.size) {
			if (child + 1 < this.size && farther(this.distances[child + 1], this.rows[child + 1], this.distances[child],
					this.rows[child])) {
				child++;
			}
			if (!farther(this.distances[child], this.rows[child], distance, row)) {
				break;
			}
			move(child, place);
			place = child;
			child = 2 * place + 1;
		}
		set(place, distance, row);
	}

	private void move(int from, int to) {
		set(to, this.distances[from], this.rows[from]);
	}

	private void set(int place, double distance, int row) {
		this.distances[place] = distance;
		this.rows[place] = row;
	}

	private static boolean farther(double distance, int row, double otherDistance, int otherRow) {
		return distance > otherDistance || (distance == otherDistance && row > otherRow);
	}

}
