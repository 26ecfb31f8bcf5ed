package io.kehu.migration.profile;

import java.util.Locale;
import java.util.Set;

/**
 * The words that stand for a missing value.
 */
final class Missing {

	private static final Set<String> WORDS = Set.of("na", "n/a", "n.a.", "#n/a", "#na", "null", "(null)", "\\n", "nil",
			"none", "nan", "undefined", "unknown", "unbekannt", "inconnu", "desconocido", "missing", "not available",
			"not applicable", "tbd", "tba", "k.a.", "keine angabe", "-", "--", "---", "–", "—", ".", "..", "?", "??",
			"???", "*", "x", "xx", "xxx", "(blank)", "(empty)", "<null>", "0000-00-00", "00/00/0000", "00.00.0000",
			"0000-00-00 00:00:00");

	private static final int LONGEST = 19;

	private Missing() {
	}

	/** Returns whether a text, without blanks around it, stands for no value. */
	static boolean isWord(String text) {
		return text.length() <= LONGEST && WORDS.contains(text.toLowerCase(Locale.ROOT));
	}

}
