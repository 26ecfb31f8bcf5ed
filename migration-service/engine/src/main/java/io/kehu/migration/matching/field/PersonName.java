package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.text.NormalForms;
import org.jspecify.annotations.Nullable;

/**
 * A name split into words: first, middle and last; titles and suffixes are marks.
 *
 * @param words the words in order
 * @param family index of the family name among the words, or -1 when the name has none
 * @param given index of the given name among the words, or -1 when the name has none
 * @param marks what titles and suffixes say
 */
record PersonName(List<String> words, int given, int family, NameMarks marks) {

	/** Titles that are family names as well, if they are the last word. */
	private static final Set<String> NAMES_TOO = Set.of("king", "prince", "duke", "earl", "count", "major", "general",
			"saint", "baron", "lord", "queen", "marquis", "bishop", "hon");

	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir",
			"dame", "lady", "lord", "hon", "honourable", "honorable", "rev", "reverend", "revd", "baron", "baroness",
			"baronet", "bt", "bart", "earl", "count", "countess", "viscount", "viscountess", "duke", "duchess",
			"marquess", "marquis", "prince", "princess", "king", "queen", "saint", "jr", "junior", "sr", "senior",
			"esq", "phd", "md", "captain", "capt", "colonel", "col", "major", "maj", "general", "gen", "lieutenant",
			"lt", "admiral", "adm", "herr", "frau", "dipl", "ing", "of", "the", "de", "la", "von", "van", "der", "den",
			"du", "le", "al", "bin", "st", "and", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th",
			"11th", "12th", "ii", "iii", "iv", "jnr", "snr", "monsieur", "madame", "mademoiselle", "mme", "mlle",
			"senor", "senora", "sra", "srta", "senhor", "senhora", "signor", "signora", "dhr", "mevr", "mevrouw",
			"meneer", "fru");

	/**
	 * Splits a whole name.
	 * @param text a name such as "Dr. Anna Maria Example" or "Example, Anna"
	 * @return its words, or null when there is none
	 */
	static @Nullable PersonName ofWhole(String text) {
		List<String> all = words(text);
		NameMarks marks = NameMarks.of(text, all);
		int comma = text.indexOf(',');
		if (comma > 0 && text.indexOf(',', comma + 1) < 0) {
			List<String> before = meaningful(text.substring(0, comma));
			List<String> after = meaningful(text.substring(comma + 1));
			if (before.size() == 1 && !after.isEmpty() && !after.contains(before.get(0))) {
				after.add(before.get(0));
				return ofWords(after, marks);
			}
		}
		return ofWords((comma < 0) ? withLast(all) : meaningful(all), marks);
	}

	private static @Nullable PersonName ofWords(List<String> words, NameMarks marks) {
		return words.isEmpty() ? null
				: new PersonName(List.copyOf(words), 0, (words.size() > 1) ? words.size() - 1 : -1, marks);
	}

	/** Returns the words without titles, but with a last one that is a name as well. */
	private static List<String> withLast(List<String> all) {
		List<String> kept = meaningful(all);
		String last = all.isEmpty() ? "" : all.get(all.size() - 1);
		if (kept.size() == 1 && all.size() == 2 && NAMES_TOO.contains(last) && !kept.contains(last)) {
			kept.add(last);
		}
		return kept;
	}

	/**
	 * Joins first and last names held apart.
	 * @param given first names, or null
	 * @param family last name, or null
	 * @return the name, or null when both are missing
	 */
	static @Nullable PersonName ofParts(@Nullable String given, @Nullable String family) {
		List<String> first = (given != null) ? words(given) : List.of();
		List<String> second = (family != null) ? words(family) : List.of();
		List<String> words = meaningful(first);
		int givenIndex = words.isEmpty() ? -1 : 0;
		List<String> last = meaningful(second);
		List<String> all = new ArrayList<>(first);
		all.addAll(second);
		NameMarks marks = NameMarks.of(((given != null) ? given : "") + ((family != null) ? family : ""), all);
		if (last.isEmpty()) {
			return words.isEmpty() ? null : new PersonName(List.copyOf(words), givenIndex, -1, marks);
		}
		words.add(String.join("-", last));
		return new PersonName(List.copyOf(words), givenIndex, words.size() - 1, marks);
	}

	/** Returns whether a text has titles and suffixes alone. */
	static boolean isTitle(String text) {
		List<String> words = words(text);
		return !words.isEmpty() && TITLES.containsAll(words);
	}

	/** Returns what the titles and suffixes in a text say. */
	static NameMarks marks(String text) {
		return NameMarks.of(text, words(text));
	}

	/** Returns the name with what other columns say about the person. */
	PersonName with(NameMarks more) {
		return more.equals(NameMarks.NONE) ? this
				: new PersonName(this.words, this.given, this.family, this.marks.with(more));
	}

	/** Returns the name without marks, under which records of one name are found. */
	PersonName unmarked() {
		return this.marks.equals(NameMarks.NONE) ? this
				: new PersonName(this.words, this.given, this.family, NameMarks.NONE);
	}

	private static List<String> meaningful(String text) {
		return meaningful(words(text));
	}

	/** Returns the words without titles, or all if there are only titles. */
	private static List<String> meaningful(List<String> all) {
		List<String> kept = new ArrayList<>(all);
		kept.removeIf(TITLES::contains);
		return kept.isEmpty() ? new ArrayList<>(all) : kept;
	}

	private static List<String> words(String text) {
		List<String> all = new ArrayList<>();
		for (String word : NormalForms.words(NormalForms.fold(text, "-"))) {
			String trimmed = trimHyphens(word);
			if (!trimmed.isEmpty()) {
				all.add(trimmed);
			}
		}
		return all;
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
