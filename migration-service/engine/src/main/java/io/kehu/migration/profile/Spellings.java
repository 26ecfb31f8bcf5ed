package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.text.NormalForms;

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
			String key = NormalForms.bare(text);
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

}
