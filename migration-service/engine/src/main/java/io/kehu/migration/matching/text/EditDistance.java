package io.kehu.migration.matching.text;

/**
 * Damerau–Levenshtein distance in its optimal-string-alignment form, up to a bound.
 */
public final class EditDistance {

	private EditDistance() {
	}

	/**
	 * Counts the insertions, deletions, replacements and swaps of neighbours that turn
	 * one string into another.
	 * @param left a string
	 * @param right another
	 * @param bound the greatest distance of interest
	 * @return the distance, or {@code bound + 1} when it is greater
	 */
	public static int within(String left, String right, int bound) {
		int m = left.length();
		int n = right.length();
		if (Math.abs(m - n) > bound) {
			return bound + 1;
		}
		int start = 0;
		while (start < m && start < n && left.charAt(start) == right.charAt(start)) {
			start++;
		}
		while (m > start && n > start && left.charAt(m - 1) == right.charAt(n - 1)) {
			m--;
			n--;
		}
		if (m == start || n == start) {
			return Math.min(Math.max(m, n) - start, bound + 1);
		}
		if (bound == 1) {
			return isOneEdit(left, start, m, right, n) ? 1 : 2;
		}
		return align(left.substring(start, m), right.substring(start, n), bound);
	}

	/**
	 * Returns whether what is left of two strings, without what they begin and end with
	 * alike, is one replacement or one swap.
	 */
	private static boolean isOneEdit(String left, int start, int m, String right, int n) {
		if (m != n) {
			return false;
		}
		return m - start == 1 || (m - start == 2 && left.charAt(start) == right.charAt(start + 1)
				&& left.charAt(start + 1) == right.charAt(start));
	}

	private static int align(String left, String right, int bound) {
		int n = right.length();
		int[] before = new int[n + 1];
		int[] previous = new int[n + 1];
		int[] current = new int[n + 1];
		for (int j = 0; j <= n; j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			current[0] = i;
			int least = i;
			for (int j = 1; j <= n; j++) {
				boolean same = left.charAt(i - 1) == right.charAt(j - 1);
				int cost = Math.min(Math.min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
				if (i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
						&& left.charAt(i - 2) == right.charAt(j - 1)) {
					cost = Math.min(cost, before[j - 2] + 1);
				}
				current[j] = cost;
				least = Math.min(least, cost);
			}
			if (least > bound) {
				return bound + 1;
			}
			int[] spare = before;
			before = previous;
			previous = current;
			current = spare;
		}
		return Math.min(previous[n], bound + 1);
	}

}
