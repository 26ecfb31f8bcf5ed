package io.kehu.migration.profile;

/**
 * The pattern of a text: 9 for a digit, A and a for letters, runs of more than three
 * letters as {@code a+}, runs of more than twelve digits as {@code 9+}, everything else
 * as it is.
 */
final class Pattern {

	private static final int LONGEST = 60;

	private static final int LETTERS = 3;

	private static final int DIGITS = 12;

	private Pattern() {
	}

	static String of(String text) {
		StringBuilder pattern = new StringBuilder();
		int at = 0;
		while (at < text.length() && pattern.length() < LONGEST) {
			char kind = kind(text.charAt(at));
			int end = at + 1;
			while (end < text.length() && kind(text.charAt(end)) == kind) {
				end++;
			}
			append(pattern, kind, end - at);
			at = end;
		}
		return (at < text.length()) ? pattern.append('…').toString() : pattern.toString();
	}

	private static void append(StringBuilder pattern, char kind, int length) {
		boolean letter = kind == 'a' || kind == 'A';
		int most = letter ? LETTERS : DIGITS;
		if ((letter || kind == '9') && length > most) {
			pattern.append(kind).append('+');
			return;
		}
		for (int i = 0; i < Math.min(length, LONGEST); i++) {
			pattern.append(kind);
		}
	}

	private static char kind(char symbol) {
		if (symbol >= 'a' && symbol <= 'z') {
			return 'a';
		}
		if (symbol >= 'A' && symbol <= 'Z') {
			return 'A';
		}
		if (symbol >= '0' && symbol <= '9') {
			return '9';
		}
		if (symbol < 0x80) {
			return symbol;
		}
		if (Character.isUpperCase(symbol)) {
			return 'A';
		}
		return Character.isLetter(symbol) ? 'a' : symbol;
	}

}
