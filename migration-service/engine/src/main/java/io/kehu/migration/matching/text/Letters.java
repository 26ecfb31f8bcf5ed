package io.kehu.migration.matching.text;

/**
 * Which characters a string holds, as a bit set, to see at a glance that two strings
 * cannot be alike.
 */
public final class Letters {

	/** Characters that {@link #head} holds. */
	public static final int HEAD = 4;

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
	 * Returns the first characters of a string as one number, to compare them at once.
	 */
	public static long head(String text) {
		long head = 0;
		for (int i = 0; i < HEAD; i++) {
			head = head << Character.SIZE | ((i < text.length()) ? text.charAt(i) : 0);
		}
		return head;
	}

	/**
	 * Returns how many of the first characters of two strings are the same; those behind
	 * the end of both are.
	 */
	public static int commonHead(long left, long right) {
		return Long.numberOfLeadingZeros(left ^ right) / Character.SIZE;
	}

	/**
	 * Returns whether two strings of these characters may lie within some edits of each
	 * other.
	 */
	public static boolean mayBeWithin(long left, long right, int edits) {
		return Long.bitCount(left & ~right) <= edits && Long.bitCount(right & ~left) <= edits;
	}

	/**
	 * Returns the greatest Jaro–Winkler similarity that two strings can have.
	 * @param m length of a string
	 * @param leftLetters its characters
	 * @param n length of another
	 * @param rightLetters its characters
	 * @param beginning how many of the first {@value #HEAD} characters are the same
	 */
	public static double mostSimilar(int m, long leftLetters, int n, long rightLetters, int beginning) {
		double matches = Math.min(m - Long.bitCount(leftLetters & ~rightLetters),
				n - Long.bitCount(rightLetters & ~leftLetters));
		double jaro = (matches / m + matches / n + 1) / 3;
		return jaro + beginning * 0.1 * (1 - jaro);
	}

}
