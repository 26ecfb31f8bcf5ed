package io.kehu.migration.matching.text;

import com.ibm.icu.text.Transliterator;

/**
 * Writes traditional Chinese characters as simplified ones, so that a name compares equal
 * in either script.
 */
final class HanLetters {

	private static final char FIRST = '\u3400';

	private static final char LAST = '\u9FFF';

	private HanLetters() {
	}

	/** Returns a character in simplified script; all others stay as they are. */
	static char simplified(char symbol) {
		return (symbol < FIRST || symbol > LAST) ? symbol : Simplified.LETTERS[symbol - FIRST];
	}

	/** Returns a text in simplified script. */
	static String simplified(String text) {
		StringBuilder simplified = null;
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			char other = simplified(symbol);
			if (other != symbol) {
				simplified = (simplified != null) ? simplified : new StringBuilder(text);
				simplified.setCharAt(i, other);
			}
		}
		return (simplified != null) ? simplified.toString() : text;
	}

	/**
	 * The characters, made when the first one is met.
	 */
	private static final class Simplified {

		private static final char[] LETTERS = letters();

		/**
		 * Converts each character by itself, as rules for several at once do not matter.
		 */
		private static char[] letters() {
			Transliterator script = Transliterator.getInstance("Traditional-Simplified");
			char[] letters = new char[LAST - FIRST + 1];
			StringBuilder all = new StringBuilder();
			for (int i = 0; i < letters.length; i++) {
				all.append((char) (FIRST + i)).append('\n');
			}
			String[] converted = script.transliterate(all.toString()).split("\n", -1);
			for (int i = 0; i < letters.length; i++) {
				letters[i] = (converted[i].length() == 1) ? converted[i].charAt(0) : (char) (FIRST + i);
			}
			return letters;
		}

	}

}
