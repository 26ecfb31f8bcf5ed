package io.kehu.migration.sample;

import java.util.SplittableRandom;

/**
 * Changes words as people do who mistype, misread or mishear them.
 */
final class Mistakes {

	private static final String[][] CONFUSED = { { "ph", "f" }, { "f", "ph" }, { "c", "k" }, { "k", "c" },
			{ "ie", "y" }, { "y", "ie" }, { "ou", "u" }, { "sch", "sh" }, { "th", "t" }, { "0", "o" }, { "1", "7" },
			{ "5", "6" }, { "3", "8" }, { "m", "rn" }, { "x", "ks" }, { "z", "s" } };

	private final SplittableRandom random;

	Mistakes(SplittableRandom random) {
		this.random = random;
	}

	/** Returns the text with a mistake in it; an empty text stays empty. */
	String in(String text) {
		if (text.isEmpty()) {
			return text;
		}
		int at = this.random.nextInt(text.length());
		return switch (this.random.nextInt(5)) {
			case 0 -> text.substring(0, at) + near(text.charAt(at)) + text.substring(at);
			case 1 -> (text.length() == 1) ? text : text.substring(0, at) + text.substring(at + 1);
			case 2 -> text.substring(0, at) + near(text.charAt(at)) + text.substring(at + 1);
			case 3 -> transpose(text, at);
			default -> confuse(text, at);
		};
	}

	private char near(char symbol) {
		if (Character.isDigit(symbol)) {
			return (char) ('0' + this.random.nextInt(10));
		}
		return (char) ('a' + this.random.nextInt(26));
	}

	private static String transpose(String text, int at) {
		if (at + 1 >= text.length()) {
			return text;
		}
		return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
	}

	private String confuse(String text, int at) {
		int start = this.random.nextInt(CONFUSED.length);
		for (int i = 0; i < CONFUSED.length; i++) {
			String[] pair = CONFUSED[(start + i) % CONFUSED.length];
			int found = text.indexOf(pair[0]);
			if (found >= 0) {
				return text.substring(0, found) + pair[1] + text.substring(found + pair[0].length());
			}
		}
		return transpose(text, at);
	}

}
