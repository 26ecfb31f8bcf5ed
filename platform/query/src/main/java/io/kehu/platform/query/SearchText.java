package io.kehu.platform.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings what is searched into the form of the searched columns, which the database
 * function {@code search_text_of} computes: without case, accents, width and other
 * compatibility differences, and with a base letter for those that have none in Unicode.
 */
final class SearchText {

	private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

	private SearchText() {
	}

	static String of(String text) {
		String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		String lower = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		StringBuilder folded = new StringBuilder(lower.length());
		lower.chars().forEach((letter) -> fold((char) letter, folded));
		return folded.toString();
	}

	/** Letters such as these have no decomposition into a base letter and an accent. */
	private static void fold(char letter, StringBuilder into) {
		switch (letter) {
			case '\u03c2' -> into.append('\u03c3');
			case '\u00f8' -> into.append('o');
			case '\u0142' -> into.append('l');
			case '\u0111', '\u00f0' -> into.append('d');
			case '\u0127' -> into.append('h');
			case '\u0167' -> into.append('t');
			case '\u00e6' -> into.append("ae");
			case '\u0153' -> into.append("oe");
			case '\u00fe' -> into.append("th");
			case '\u00df' -> into.append("ss");
			default -> into.append(letter);
		}
	}

}
