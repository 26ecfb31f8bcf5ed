package io.kehu.platform.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings what is searched into the form of the searched columns, which the database
 * function {@code search_text_of} computes: without case, accents, width and other
 * compatibility differences.
 */
final class SearchText {

	private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

	private SearchText() {
	}

	static String of(String text) {
		String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
	}

}
