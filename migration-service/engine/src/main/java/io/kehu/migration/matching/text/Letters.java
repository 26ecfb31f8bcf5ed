package io.kehu.migration.matching.text;

/**
 * Which characters a string holds, as a bit set, to see at a glance that two strings
 * cannot be alike.
 */
public final class Letters {

	private Letters() {
	}

	/** Returns the characters of a string; characters far apart may share a bit. */
	public static long of(String text) {
		long letters = 0;
		for (int i = 0; i < text.length(); i++) {
			letters |= 1L << (text.charAt(i) & 63);
		}
		return letters;
	}

	/**
	 * Returns whether two strings of these characters may lie within some edits of each
	 * other.
	 */
	public static boolean mayBeWithin(long left, long right, int edits) {
		return Long.bitCount(left & ~right) <= edits && Long.bitCount(right & ~left) <= edits;
	}

	/**
	 * Returns whether the Jaro–Winkler similarity of two strings may reach a threshold.
	 */
	public static boolean mayBeSimilar(String left, long leftLetters, String right, long rightLetters,
			double threshold) {
		int m = left.length();
		int n = right.length();
		double matches = Math.min(m - Long.bitCount(leftLetters & ~rightLetters),
				n - Long.bitCount(rightLetters & ~leftLetters));
		double jaro = (matches / m + matches / n + 1) / 3;
		int prefix = 0;
		int limit = Math.min(4, Math.min(m, n));
		while (prefix < limit && left.charAt(prefix) == right.charAt(prefix)) {
			prefix++;
		}
		return jaro + prefix * 0.1 * (1 - jaro) >= threshold;
	}

}
