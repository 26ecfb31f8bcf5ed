package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.text.Texts;

/**
 * Normal forms of companies' names: what says only under which law they are founded comes
 * and goes, and is no evidence.
 */
final class CompanyNames {

	private static final Set<String> FORMS = Set.of("ltd", "limited", "inc", "incorporated", "llc", "llp", "plc",
			"corp", "corporation", "co", "company", "gmbh", "mbh", "ag", "kg", "ohg", "ug", "kgaa", "se", "ev", "eg",
			"sa", "sas", "sarl", "sl", "slu", "srl", "spa", "snc", "bv", "nv", "vof", "ab", "as", "asa", "aps", "oy",
			"oyj", "pty", "pte", "ltda", "eirl", "kft", "zrt", "sro", "doo", "ooo", "zao", "ооо", "зао", "ао", "the",
			"and", "und", "et", "y");

	private CompanyNames() {
	}

	/**
	 * Returns a name in its normal form.
	 * @param text for example "The Example Trading Co., Ltd."
	 * @return the words that tell companies apart, for example "example trading"
	 */
	static String normal(String text) {
		List<String> words = joinInitials(Texts.words(Texts.fold(text)));
		List<String> kept = new ArrayList<>(words);
		kept.removeIf(FORMS::contains);
		return String.join(" ", kept.isEmpty() ? words : kept);
	}

	/** "S.A." falls apart into letters; they are one word. */
	private static List<String> joinInitials(List<String> words) {
		List<String> joined = new ArrayList<>();
		StringBuilder initials = new StringBuilder();
		for (String word : words) {
			if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
				initials.append(word);
			}
			else {
				addInitials(joined, initials);
				joined.add(word);
			}
		}
		addInitials(joined, initials);
		return joined;
	}

	private static void addInitials(List<String> joined, StringBuilder initials) {
		if (initials.length() > 0) {
			joined.add(initials.toString());
			initials.setLength(0);
		}
	}

}
