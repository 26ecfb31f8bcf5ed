package io.kehu.migration.matching.text;

/**
 * Jaro–Winkler similarity (Winkler 1990), from 0 to 1; 1 means equal.
 */
public final class JaroWinkler {

	private static final int LONGEST = 64;

	private JaroWinkler() {
	}

	/**
	 * Compares two strings by their first {@value #LONGEST} characters.
	 * @param left a string
	 * @param right another
	 * @return their similarity
	 */
	public static double similarity(String left, String right) {
		double jaro = jaro(left, right);
		int prefix = 0;
		int limit = Math.min(4, Math.min(left.length(), right.length()));
		while (prefix < limit && left.charAt(prefix) == right.charAt(prefix)) {
			prefix++;
		}
		return jaro + prefix * 0.1 * (1 - jaro);
	}

	private static double jaro(String left, String right) {
		int m = Math.min(left.length(), LONGEST);
		int n = Math.min(right.length(), LONGEST);
		if (m == 0 || n == 0) {
			return (m == n) ? 1 : 0;
		}
		int reach = Math.max(0, Math.max(m, n) / 2 - 1);
		long leftMatched = 0;
		long rightMatched = 0;
		int matches = 0;
		for (int i = 0; i < m; i++) {
			char symbol = left.charAt(i);
			int to = Math.min(n - 1, i + reach);
			for (int j = Math.max(0, i - reach); j <= to; j++) {
				if (right.charAt(j) == symbol && (rightMatched & (1L << j)) == 0) {
					leftMatched |= 1L << i;
					rightMatched |= 1L << j;
					matches++;
					break;
				}
			}
		}
		if (matches == 0) {
			return 0;
		}
		double half = halfTranspositions(left, right, leftMatched, rightMatched) / 2.0;
		return ((double) matches / m + (double) matches / n + (matches - half) / matches) / 3;
	}

	private static int halfTranspositions(String left, String right, long leftMatched, long rightMatched) {
		int count = 0;
		long rest = rightMatched;
		for (long bits = leftMatched; bits != 0; bits &= bits - 1) {
			int i = Long.numberOfTrailingZeros(bits);
			int j = Long.numberOfTrailingZeros(rest);
			if (left.charAt(i) != right.charAt(j)) {
				count++;
			}
			rest &= rest - 1;
		}
		return count;
	}

}
