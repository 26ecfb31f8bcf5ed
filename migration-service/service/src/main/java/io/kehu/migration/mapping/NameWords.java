package io.kehu.migration.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of the names of tables and columns.
 */
final class NameWords {

	/** Words that say nothing about the content of a table. */
	private static final Set<String> NOISE = Set.of("crm", "tbl", "tab", "t", "wk", "sys", "app", "list", "data");

	private NameWords() {
	}

	/** Returns the words of a name in lower case and in the singular. */
	static List<String> of(String name) {
		List<String> words = new ArrayList<>();
		String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[^A-Za-z0-9]+", " ");
		for (String word : spaced.strip().toLowerCase(Locale.ROOT).split(" ", -1)) {
			String singular = singular(word);
			if (!singular.isEmpty() && !NOISE.contains(singular)) {
				words.add(singular);
			}
		}
		return words;
	}

	private static String singular(String word) {
		if (word.endsWith("ies")) {
			return word.substring(0, word.length() - 3) + "y";
		}
		boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
				&& !word.endsWith("is");
		return plural ? word.substring(0, word.length() - 1) : word;
	}

	/** Returns the words of a column without those of its table, joined. */
	static String within(String table, String column) {
		List<String> words = new ArrayList<>(of(column));
		List<String> tableWords = of(table);
		while (words.size() > 1 && tableWords.contains(words.get(0))) {
			words.remove(0);
		}
		return String.join("", words);
	}

}
