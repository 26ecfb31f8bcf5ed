package io.kehu.migration.table;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises the words that people and software write where they have no value.
 */
public final class MissingWords {

	private static final Set<String> WORDS = Set.of("na", "n/a", "n.a.", "#n/a", "#na", "null", "(null)", "\\n", "nil",
			"none", "nan", "undefined", "unknown", "unbekannt", "inconnu", "desconocido", "missing", "not available",
			"not applicable", "tbd", "tba", "k.a.", "keine angabe", "-", "--", "---", "–", "—", ".", "..", "?", "??",
			"???", "*", "x", "xx", "xxx", "(blank)", "(empty)", "<null>", "0000-00-00", "00/00/0000", "00.00.0000",
			"0000-00-00 00:00:00");

	/** Those of them that are values in some columns: names, codes, ticks. */
	private static final Set<String> AMBIGUOUS = Set.of("na", "null", "nil", "none", "nan", "x", "xx", "*");

	private static final int LONGEST = 19;

	private MissingWords() {
	}

	/** Whether a text, blanks around it left out, stands for no value. */
	public static boolean contains(String text) {
		String word = text.strip();
		return word.length() <= LONGEST && WORDS.contains(word.toLowerCase(Locale.ROOT));
	}

	/** Whether a text stands for no value in any column. */
	public static boolean containsForCertain(String text) {
		return contains(text) && !AMBIGUOUS.contains(text.strip().toLowerCase(Locale.ROOT));
	}

}
