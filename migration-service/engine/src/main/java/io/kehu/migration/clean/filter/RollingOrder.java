package io.kehu.migration.clean.filter;

import java.util.Arrays;

/**
 * The numbers of a window in order, for its median and the median of distances to it.
 */
final class RollingOrder {

	private final double[] sorted;

	private int size;

	RollingOrder(int capacity) {
		this.sorted = new double[capacity + 1];
	}

	void add(double value) {
		if (Double.isNaN(value)) {
			return;
		}
		int place = place(value);
		System.arraycopy(this.sorted, place, this.sorted, place + 1, this.size - place);
		this.sorted[place] = value;
		this.size++;
	}

	void remove(double value) {
		if (Double.isNaN(value)) {
			return;
		}
		int place = place(value);
		this.size--;
		System.arraycopy(this.sorted, place + 1, this.sorted, place, this.size - place);
	}

	private int place(double value) {
		int found = Arrays.binarySearch(this.sorted, 0, this.size, value);
		return (found >= 0) ? found : -found - 1;
	}

	int size() {
		return this.size;
	}

	double median() {
		int middle = this.size / 2;
		return (this.size % 2 == 1) ? this.sorted[middle] : (this.sorted[middle - 1] + this.sorted[middle]) / 2;
	}

	/**
	 * Median of the distances to a value: merges both sides outwards up to the middle.
	 */
	double deviation(double centre) {
		int right = place(centre);
		int left = right - 1;
		double before = 0;
		double last = 0;
		for (int taken = 0; taken <= this.size / 2; taken++) {
			before = last;
			double toLeft = (left >= 0) ? centre - this.sorted[left] : Double.POSITIVE_INFINITY;
			double toRight = (right < this.size) ? this.sorted[right] - centre : Double.POSITIVE_INFINITY;
			if (toLeft <= toRight) {
				last = toLeft;
				left--;
			}
			else {
				last = toRight;
				right++;
			}
		}
		return (this.size % 2 == 1) ? last : (before + last) / 2;
	}

}
