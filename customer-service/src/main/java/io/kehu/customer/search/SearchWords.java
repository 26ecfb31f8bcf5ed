package io.kehu.customer.search;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.term.SearchTerms;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is searched, in the forms in which records are indexed.
 *
 * @param text the whole text
 * @param words its words in the form of {@code search_text_of}, all of which must match
 * @param characters terms of Chinese, Japanese and Korean characters; empty without any
 * @param pinyin the term of pinyin or initials, or null if the text has other letters
 * @param phone the term of a phone number, or null if there are too few digits
 * @param id the id that the text is, or null
 * @param number the number that the text is, or null
 */
record SearchWords(String text, List<String> words, List<String> characters, @Nullable String pinyin,
		@Nullable String phone, @Nullable UUID id, @Nullable Long number) {

	private static final int MOST_WORDS = 8;

	private static final int LONGEST = 200;

	/**
	 * Returns the words of a text.
	 * @param folded the text in the form of {@code search_text_of}
	 * @throws ProblemException 400 if there are none, or too many
	 */
	static SearchWords of(String text, String folded) {
		List<String> words = Arrays.stream(folded.strip().split("\\s+", -1)).filter((word) -> !word.isEmpty()).toList();
		if (words.isEmpty() || words.size() > MOST_WORDS || text.length() > LONGEST) {
			throw ProblemException.invalidParameter("q", "invalid_length",
					"must have 1 to %d words and at most %d characters".formatted(MOST_WORDS, LONGEST));
		}
		String letters = String.join("", words).replace("'", "");
		String phone = text.matches("[\\p{Nd}\\s+()/.\\-\\p{Pd}\uff0b\uff08\uff09]+") ? SearchTerms.ofPhone(text) : "";
		return new SearchWords(text.strip(), words, SearchTerms.ofCharacters(text),
				letters.matches("[a-z\u00fc]{1,60}") ? SearchTerms.ofPinyin(letters) : null,
				phone.isEmpty() ? null : phone, id(text.strip()),
				text.strip().matches("#?[0-9]{1,18}") ? Long.valueOf(text.strip().replace("#", "")) : null);
	}

	/** Returns whether some word has trigrams, by which texts are found. */
	boolean trigrams() {
		return this.words.stream().anyMatch((word) -> word.length() > 2 && SearchTerms.ofCharacters(word).isEmpty());
	}

	private static @Nullable UUID id(String text) {
		return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
	}

}
