package io.kehu.migration.intake;

/**
 * Makes texts fit for a database, which takes neither the character of the code 0 nor
 * halves of surrogate pairs.
 */
final class Storable {

	private static final char REPLACEMENT = '\uFFFD';

	private Storable() {
	}

	/** Whether a database takes the text as it is. */
	static boolean is(String text) {
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			if (symbol == 0) {
				return false;
			}
			if (Character.isSurrogate(symbol)) {
				boolean pair = Character.isHighSurrogate(symbol) && i + 1 < text.length()
						&& Character.isLowSurrogate(text.charAt(i + 1));
				if (!pair) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

	/** Returns the text with what a database does not take replaced by U+FFFD. */
	static String text(String text) {
		if (is(text)) {
			return text;
		}
		StringBuilder stored = new StringBuilder(text.length());
		text.codePoints()
			.map((symbol) -> (symbol == 0 || isHalf(symbol)) ? REPLACEMENT : symbol)
			.forEach(stored::appendCodePoint);
		return stored.toString();
	}

	/** Returns the text without what a database does not take. */
	static String without(String text) {
		if (is(text)) {
			return text;
		}
		StringBuilder stored = new StringBuilder(text.length());
		text.codePoints().filter((symbol) -> symbol != 0 && !isHalf(symbol)).forEach(stored::appendCodePoint);
		return stored.toString();
	}

	private static boolean isHalf(int symbol) {
		return symbol >= Character.MIN_SURROGATE && symbol <= Character.MAX_SURROGATE;
	}

}
