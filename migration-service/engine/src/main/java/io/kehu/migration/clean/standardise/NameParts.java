package io.kehu.migration.clean.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A person's name split into its parts, or the reason why it is not split.
 *
 * @param title such as "Dr", null when there is none
 * @param given all names before the family name, null when there is none
 * @param family the family name with its particles ("van der Berg"), null when there is
 * none
 * @param suffix such as "Jr", null when there is none
 * @param problem why the name has no parts, null when it has
 */
public record NameParts(@Nullable String title, @Nullable String given, @Nullable String family,
		@Nullable String suffix, @Nullable String problem) {

	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir",
			"dame", "lady", "lord", "rev", "reverend", "hon", "herr", "frau", "dipl-ing", "ing", "mme", "mlle", "m",
			"captain", "capt", "colonel", "col", "major", "general", "madame", "monsieur", "señor", "señora", "г-н",
			"г-жа");

	private static final Set<String> SUFFIXES = Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv", "esq", "phd",
			"md", "mba", "obe", "mbe", "cbe", "bsc", "msc");

	private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "de", "del", "della", "di", "da",
			"du", "la", "le", "ter", "ten", "zu", "zum", "bin", "al", "dos", "das", "af", "av", "san", "st", "عبد",
			"بن");

	private static final String COMMAS = ",،、，";

	/** Creates the parts of a name that was split. */
	NameParts(@Nullable String title, @Nullable String given, @Nullable String family, @Nullable String suffix) {
		this(title, given, family, suffix, null);
	}

	static NameParts unsplit(String problem) {
		return new NameParts(null, null, null, null, problem);
	}

	/** Returns the parts that two words are. */
	static NameParts of(String given, String family) {
		return new NameParts(null, given, family, null);
	}

	/** Splits a name such as "Dr. Anna van der Berg, PhD" or "Berg, Anna". */
	public static NameParts of(String name) {
		String text = TextStandard.clean(name);
		String reason = NoPerson.reason(text);
		if (reason != null) {
			return unsplit(reason);
		}
		NameParts eastAsian = EastAsianName.split(text);
		if (eastAsian != null) {
			return eastAsian;
		}
		List<String> titles = new ArrayList<>();
		List<String> suffixes = new ArrayList<>();
		int comma = comma(text);
		List<String> before = words((comma < 0) ? text : text.substring(0, comma));
		List<String> after = words((comma < 0) ? "" : withoutCommas(text.substring(comma + 1)));
		take(before, titles, suffixes);
		take(after, titles, suffixes);
		if (after.isEmpty()) {
			NameOrder order = NameOrder.of(before);
			if (order == NameOrder.UNKNOWN) {
				return unsplit("name whose family name may stand first");
			}
			int start = (order == NameOrder.FAMILY_FIRST) ? NameOrder.familyEnd(before) : familyStart(before);
			after = before.subList(0, start);
			before = before.subList(start, before.size());
			if (order == NameOrder.FAMILY_FIRST) {
				return new NameParts(joined(titles), joined(before), joined(after), joined(suffixes));
			}
		}
		return new NameParts(joined(titles), joined(after), joined(before), joined(suffixes));
	}

	private static int comma(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (COMMAS.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}

	private static String withoutCommas(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		text.chars()
			.map((symbol) -> (COMMAS.indexOf(symbol) >= 0) ? ' ' : symbol)
			.forEach((s) -> plain.append((char) s));
		return plain.toString();
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>(List.of(text.strip().split(" +", -1)));
		words.removeIf(String::isEmpty);
		return words;
	}

	private static void take(List<String> words, List<String> titles, List<String> suffixes) {
		while (!words.isEmpty() && TITLES.contains(folded(words.get(0)))
				&& (words.size() > 1 || words.get(0).length() > 1)) {
			titles.add(bare(words.remove(0)));
		}
		while (!words.isEmpty() && SUFFIXES.contains(folded(words.get(words.size() - 1)))) {
			suffixes.add(0, bare(words.remove(words.size() - 1)));
		}
	}

	private static int familyStart(List<String> words) {
		int start = Math.max(0, words.size() - 1);
		while (start > 1 && PARTICLES.contains(folded(words.get(start - 1)))) {
			start--;
		}
		return start;
	}

	private static String folded(String word) {
		return bare(word).toLowerCase(Locale.ROOT);
	}

	private static String bare(String word) {
		return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
	}

	private static @Nullable String joined(List<String> words) {
		return words.isEmpty() ? null : String.join(" ", words);
	}

}
