package io.kehu.migration.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values that differ only in case, accents, blanks and punctuation, each with its most
 * frequent spelling.
 *
 * @param replacements the most frequent spelling of each rarer one, the most frequent
 * first
 * @param count how many values have a rarer one
 * @param examples some of the rarer ones, the most frequent first
 */
record Spellings(Map<String, String> replacements, long count, List<String> examples) {

	static final Spellings NONE = new Spellings(Map.of(), 0, List.of());

	private static final int SHOWN = 6;

	private static final int MOST = 200;

	private static final int LONGEST = 60;

	private static final int RARER = 2;

	static Spellings of(FrequentValues values) {
		Map<String, Counted> usual = new LinkedHashMap<>();
		Map<String, String> replacements = new LinkedHashMap<>();
		List<String> examples = new ArrayList<>();
		long count = 0;
		if (!values.isExact()) {
			return NONE;
		}
		for (Counted value : values.top(Integer.MAX_VALUE)) {
			String text = value.value().strip();
			if (text.length() > LONGEST) {
				continue;
			}
			String key = key(text);
			Counted former = key.isEmpty() ? null : usual.putIfAbsent(key, new Counted(text, value.count()));
			if (former != null && !former.value().equals(text) && former.count() >= RARER * value.count()) {
				count += value.count();
				if (examples.size() < SHOWN) {
					examples.add("%s → %s".formatted(text, former.value()));
				}
				if (replacements.size() < MOST) {
					replacements.putIfAbsent(text, former.value());
				}
			}
		}
		return new Spellings(replacements, count, examples);
	}

	/** What stays of a text when case, accents, blanks and punctuation do not matter. */
	static String key(String text) {
		String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
		StringBuilder key = new StringBuilder(decomposed.length());
		for (int i = 0; i < decomposed.length(); i++) {
			char symbol = decomposed.charAt(i);
			if (Character.isLetterOrDigit(symbol)) {
				key.append(symbol);
			}
		}
		return key.toString().toLowerCase(Locale.ROOT);
	}

	private static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 0x7F) {
				return false;
			}
		}
		return true;
	}

}
