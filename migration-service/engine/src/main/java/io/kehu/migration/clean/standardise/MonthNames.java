package io.kehu.migration.clean.standardise;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of the months in the languages that dates are written in most.
 */
final class MonthNames {

	private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl");

	private MonthNames() {
	}

	/**
	 * The number of each name, long and short, in small letters; the first language wins.
	 */
	static Map<String, Integer> all() {
		Map<String, Integer> names = new HashMap<>();
		for (String language : LANGUAGES) {
			for (Month month : Month.values()) {
				for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
					String name = month.getDisplayName(style, Locale.forLanguageTag(language)).toLowerCase(Locale.ROOT);
					names.putIfAbsent(name.replace(".", ""), month.getValue());
				}
			}
		}
		names.put("sept", Month.SEPTEMBER.getValue());
		return Map.copyOf(names);
	}

}
