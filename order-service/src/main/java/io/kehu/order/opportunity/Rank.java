package io.kehu.order.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * Places between other places, as texts that are compared byte by byte: fractions to the
 * base 62, as in fractional indexing. There is always another place between two.
 */
final class Rank {

	private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final int BASE = DIGITS.length();

	private static final int LENGTH = 8;

	private Rank() {
	}

	/** Returns the rank with a number; higher numbers follow. */
	static String of(long number) {
		StringBuilder rank = new StringBuilder();
		for (long rest = number; rest > 0; rest /= BASE) {
			rank.insert(0, DIGITS.charAt((int) (rest % BASE)));
		}
		return "0".repeat(Math.max(LENGTH - rank.length(), 0)) + rank;
	}

	/**
	 * Returns a rank between two others.
	 * @param low the lower rank, or null for any that precedes the higher one
	 * @throws IllegalArgumentException if the first is not lower than the second
	 */
	static String between(@Nullable String low, String high) {
		String from = (low != null) ? low : "";
		if (from.compareTo(high) >= 0) {
			throw new IllegalArgumentException("%s is not lower than %s".formatted(low, high));
		}
		int same = 0;
		while (same < from.length() && from.charAt(same) == high.charAt(same)) {
			same++;
		}
		if (same == from.length()) {
			return from + preceding(high.substring(same));
		}
		int lower = digit(from, same);
		int higher = digit(high, same);
		return (higher - lower > 1) ? from.substring(0, same) + DIGITS.charAt((lower + higher) / 2)
				: from.substring(0, same + 1) + following(from.substring(same + 1));
	}

	private static String following(String rank) {
		for (int i = 0; i < rank.length(); i++) {
			int digit = digit(rank, i);
			if (digit < BASE - 1) {
				return rank.substring(0, i) + DIGITS.charAt((digit + BASE) / 2);
			}
		}
		return rank + DIGITS.charAt(BASE / 2);
	}

	private static String preceding(String rank) {
		int zeros = 0;
		while (zeros < rank.length() && rank.charAt(zeros) == '0') {
			zeros++;
		}
		if (zeros == rank.length()) {
			throw new IllegalArgumentException("Nothing precedes " + rank);
		}
		int digit = digit(rank, zeros);
		return "0".repeat(zeros)
				+ ((digit > 1) ? String.valueOf(DIGITS.charAt(digit / 2)) : "0" + DIGITS.charAt(BASE / 2));
	}

	private static int digit(String rank, int index) {
		return DIGITS.indexOf(rank.charAt(index));
	}

}
