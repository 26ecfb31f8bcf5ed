package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.text.NormalForms;
import org.jspecify.annotations.Nullable;

/**
 * A name split into words: first, middle and last; titles are removed.
 *
 * @param words the words in order
 * @param family index of the family name among the words, or -1 when the name has none
 * @param given index of the given name among the words, or -1 when the name has none
 */
record PersonName(List<String> words, int given, int family) {

	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir",
			"dame", "lady", "lord", "hon", "honourable", "honorable", "rev", "reverend", "revd", "baron", "baroness",
			"baronet", "bt", "bart", "earl", "count", "countess", "viscount", "viscountess", "duke", "duchess",
			"marquess", "marquis", "prince", "princess", "king", "queen", "saint", "jr", "junior", "sr", "senior",
			"esq", "phd", "md", "captain", "capt", "colonel", "col", "major", "maj", "general", "gen", "lieutenant",
			"lt", "admiral", "adm", "herr", "frau", "dipl", "ing", "of", "the", "de", "la", "von", "van", "der", "den",
			"du", "le", "al", "bin", "st", "and", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th",
			"11th", "12th", "ii", "iii", "iv");

	/**
	 * Splits a whole name.
	 * @param text a name such as "Dr. Anna Maria Example" or "Example, Anna"
	 * @return its words, or null when there is none
	 */
	static @Nullable PersonName ofWhole(String text) {
		int comma = text.indexOf(',');
		if (comma > 0 && text.indexOf(',', comma + 1) < 0) {
			List<String> before = meaningful(text.substring(0, comma));
			List<String> after = meaningful(text.substring(comma + 1));
			if (before.size() == 1 && !after.isEmpty() && !after.contains(before.get(0))) {
				after.add(before.get(0));
				return ofWords(after);
			}
		}
		return ofWords(meaningful(text));
	}

	private static @Nullable PersonName ofWords(List<String> words) {
		if (words.isEmpty()) {
			return null;
		}
		return new PersonName(List.copyOf(words), 0, (words.size() > 1) ? words.size() - 1 : -1);
	}

	/**
	 * Joins first and last names held apart.
	 * @param given first names, or null
	 * @param family last name, or null
	 * @return the name, or null when both are missing
	 */
	static @Nullable PersonName ofParts(@Nullable String given, @Nullable String family) {
		List<String> words = new ArrayList<>((given != null) ? meaningful(given) : List.of());
		int givenIndex = words.isEmpty() ? -1 : 0;
		List<String> last = (family != null) ? meaningful(family) : List.of();
		if (last.isEmpty()) {
			return words.isEmpty() ? null : new PersonName(List.copyOf(words), givenIndex, -1);
		}
		words.add(String.join("-", last));
		return new PersonName(List.copyOf(words), givenIndex, words.size() - 1);
	}

	private static List<String> meaningful(String text) {
		List<String> all = new ArrayList<>();
		for (String word : NormalForms.words(NormalForms.fold(text, "-"))) {
			String trimmed = trimHyphens(word);
			if (!trimmed.isEmpty()) {
				all.add(trimmed);
			}
		}
		List<String> kept = new ArrayList<>(all);
		kept.removeIf(TITLES::contains);
		return kept.isEmpty() ? all : kept;
	}

	private static String trimHyphens(String word) {
		int start = 0;
		int end = word.length();
		while (start < end && word.charAt(start) == '-') {
			start++;
		}
		while (end > start && word.charAt(end - 1) == '-') {
			end--;
		}
		return word.substring(start, end);
	}

}
