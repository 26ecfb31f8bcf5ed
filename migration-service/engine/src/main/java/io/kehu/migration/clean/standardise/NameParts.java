package io.kehu.migration.clean.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A person's name split into its parts, or the reason why it is not split.
 *
 * @param title such as "Dr", null when there is none
 * @param given all names before the family name, null when there is none
 * @param family the family name with its particles ("van der Berg"), or both family names
 * ("García López"), null when there is none
 * @param suffix such as "Jr", null when there is none
 * @param problem why the name has no parts, null when it has
 */
public record NameParts(@Nullable String title, @Nullable String given, @Nullable String family,
		@Nullable String suffix, @Nullable String problem) {

	private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "de", "del", "della", "di", "da",
			"du", "la", "le", "ter", "ten", "zu", "zum", "bin", "al", "dos", "das", "af", "av", "san", "st", "عبد",
			"بن");

	/** Words that join two family names. */
	private static final Set<String> JOINING = Set.of("y", "e", "i");

	private static final Pattern INITIAL = Pattern.compile("(?:\\p{L}\\.)+(?:-\\p{L}\\.)?");

	private static final String COMMAS = ",،、，";

	private static final int UNTOLD = -1;

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
		Titles.takeSuffixes(before, suffixes, false);
		Titles.takeSuffixes(after, suffixes, true);
		Titles.take(before, titles);
		Titles.take(after, titles);
		if (mayBeTitle(before) || mayBeTitle(after)) {
			return unsplit("name whose M. may be a title or an initial");
		}
		if (after.isEmpty()) {
			return inOrder(before, joined(titles), joined(suffixes));
		}
		int end = givenEnd(after);
		List<String> family = new ArrayList<>(after.subList(end, after.size()));
		family.addAll(before);
		return new NameParts(joined(titles), joined(after.subList(0, end)), joined(family), joined(suffixes));
	}

	/** Splits a name without a comma. */
	private static NameParts inOrder(List<String> words, @Nullable String title, @Nullable String suffix) {
		boolean particle = words.size() > 1 && isParticle(words.get(0));
		if (particle && words.subList(0, words.size() - 1).stream().allMatch(NameParts::isParticle)) {
			return Character.isLowerCase(words.get(0).charAt(0)) ? new NameParts(title, null, joined(words), suffix)
					: unsplit("name that may be a family name alone");
		}
		NameOrder order = NameOrder.of(words);
		if (order == NameOrder.UNKNOWN) {
			return unsplit("name whose family name may stand first");
		}
		if (order == NameOrder.FAMILY_FIRST) {
			int end = NameOrder.familyEnd(words);
			return new NameParts(title, joined(words.subList(end, words.size())), joined(words.subList(0, end)),
					suffix);
		}
		int start = familyStart(words);
		return (start == UNTOLD) ? unsplit("name whose family name may be of two words") : new NameParts(title,
				joined(words.subList(0, start)), joined(words.subList(start, words.size())), suffix);
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

	/** Whether a name begins with an M that is a title in French. */
	private static boolean mayBeTitle(List<String> words) {
		return words.size() > 1 && Titles.folded(words.get(0)).equals("m") && !INITIAL.matcher(words.get(1)).matches();
	}

	/** Returns where the particles begin that stand behind the given names. */
	private static int givenEnd(List<String> words) {
		int end = words.size();
		while (end > 1 && isParticle(words.get(end - 1))) {
			end--;
		}
		boolean capital = end == words.size() - 1 && Character.isUpperCase(words.get(end).charAt(0));
		return capital ? words.size() : end;
	}

	/** Returns where the family name begins, or {@link #UNTOLD}. */
	private static int familyStart(List<String> words) {
		int start = withParticles(words, Math.max(0, words.size() - 1));
		if (start > 2 && JOINING.contains(words.get(start - 1))) {
			return withParticles(words, start - 2);
		}
		if (start < 2) {
			return start;
		}
		String before = FamilyNames.plain(words.get(start - 1));
		String last = FamilyNames.plain(words.get(words.size() - 1));
		boolean iberian = FamilyNames.IBERIAN.contains(last) || FamilyNames.IBERIAN_OR_GIVEN.contains(last);
		boolean either = FamilyNames.IBERIAN_OR_GIVEN.contains(before) && iberian;
		if (FamilyNames.IBERIAN.contains(before) || (either && isParticle(words.get(start - 2)))) {
			return iberian ? withParticles(words, start - 1) : UNTOLD;
		}
		return either ? UNTOLD : start;
	}

	private static int withParticles(List<String> words, int from) {
		int start = from;
		while (start > 1 && isParticle(words.get(start - 1))) {
			start--;
		}
		return start;
	}

	private static boolean isParticle(String word) {
		return PARTICLES.contains(Titles.folded(word));
	}

	private static @Nullable String joined(List<String> words) {
		return words.isEmpty() ? null : String.join(" ", words);
	}

}
