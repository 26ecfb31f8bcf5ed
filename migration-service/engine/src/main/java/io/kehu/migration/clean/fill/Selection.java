package io.kehu.migration.clean.fill;

/**
 * Splits rows around the one of a rank without sorting them all (Hoare's quickselect).
 */
final class Selection {

	private Selection() {
	}

	/**
	 * Reorder rows so that those before a place hold no larger and those from it on no
	 * smaller values.
	 */
	static void partition(int[] rows, double[] values, int start, int end, int place) {
		int low = start;
		int high = end - 1;
		while (low < high) {
			double pivot = middle(values[rows[low]], values[rows[(low + high) >>> 1]], values[rows[high]]);
			int left = low;
			int right = high;
			while (left <= right) {
				while (values[rows[left]] < pivot) {
					left++;
				}
				while (values[rows[right]] > pivot) {
					right--;
				}
				if (left <= right) {
					int moved = rows[left];
					rows[left++] = rows[right];
					rows[right--] = moved;
				}
			}
			if (place <= right) {
				high = right;
			}
			else if (place >= left) {
				low = left;
			}
			else {
				return;
			}
		}
	}

	private static double middle(double first, double second, double third) {
		return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
	}

}
