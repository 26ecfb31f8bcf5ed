package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The titles before a name and the suffixes behind it.
 */
final class Titles {

	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir",
			"dame", "lady", "lord", "rev", "reverend", "hon", "herr", "frau", "ing", "mme", "mlle", "captain", "capt",
			"colonel", "col", "major", "general", "madame", "monsieur", "señor", "señora", "señorita", "sr", "sra",
			"srta", "signor", "signora", "dott", "dottssa", "avv", "dhr", "mevr", "mw", "drs", "fräulein", "frl", "fru",
			"pán", "paní", "pani", "mgr", "judr", "mudr", "г-н", "г-жа");

	/** Titles that are names where they have no point. */
	private static final Set<String> TITLES_WITH_POINT = Set.of("mag", "sig", "ir", "fr", "hr", "pd", "lic");

	/** Subjects behind a doctor's degree. */
	private static final Set<String> SUBJECTS = Set.of("med", "phil", "jur", "iur", "rer", "nat", "ing", "habil", "pol",
			"oec", "theol", "dent", "vet", "mult", "univ", "techn", "agr", "soc", "sc", "dipl", "h", "c", "hc");

	private static final Pattern DEGREE = Pattern.compile("(?:dr|dipl|prof|mag)(?:-\\p{L}+)+|dipl");

	private static final Set<String> SUFFIXES = Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv", "esq", "phd",
			"md", "mba", "obe", "mbe", "cbe", "bsc", "msc");

	/** Degrees that are names where they have no points. */
	private static final Set<String> DEGREES = Set.of("ma", "ba", "bs", "ms", "llm", "llb", "jd", "dds", "dvm", "rn",
			"cpa", "mph", "edd", "dphil", "mphil", "frcs", "qc", "kc", "cfa", "pe", "meng", "beng", "bed", "bcom",
			"mfa", "bfa");

	private Titles() {
	}

	/** Takes the titles from the front of a name. */
	static void take(List<String> words, List<String> titles) {
		while (!words.isEmpty() && isTitle(words.get(0), !titles.isEmpty())) {
			titles.add(bare(words.remove(0)));
		}
	}

	/**
	 * Takes the suffixes from the end of a name.
	 * @param afterComma whether the words stand behind a comma, where degrees are written
	 * without points too
	 */
	static void takeSuffixes(List<String> words, List<String> suffixes, boolean afterComma) {
		boolean degrees = afterComma && words.stream().allMatch((word) -> isSuffix(word, true));
		while (!words.isEmpty() && isSuffix(words.get(words.size() - 1), degrees)) {
			suffixes.add(0, bare(words.remove(words.size() - 1)));
		}
	}

	private static boolean isTitle(String word, boolean behindTitle) {
		String folded = folded(word);
		if (TITLES.contains(folded) || DEGREE.matcher(folded).matches()
				|| (word.endsWith(".") && TITLES_WITH_POINT.contains(folded))) {
			return true;
		}
		boolean small = Character.isLowerCase(word.charAt(0)) || (folded.length() > 1 && word.endsWith("."));
		if (behindTitle && small && SUBJECTS.contains(folded)) {
			return true;
		}
		String[] parts = bare(word).toLowerCase(Locale.ROOT).split("\\.", -1);
		return parts.length > 1 && TITLES.contains(parts[0])
				&& List.of(parts).stream().allMatch((part) -> TITLES.contains(part) || SUBJECTS.contains(part));
	}

	private static boolean isSuffix(String word, boolean degrees) {
		String folded = folded(word);
		boolean pointed = bare(word).indexOf('.') > 0;
		boolean capital = word.equals(word.toUpperCase(Locale.ROOT));
		return SUFFIXES.contains(folded) || (DEGREES.contains(folded) && (pointed || (degrees && capital)));
	}

	/** Returns a word in small letters without points. */
	static String folded(String word) {
		return word.replace(".", "").toLowerCase(Locale.ROOT);
	}

	private static String bare(String word) {
		return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
	}

}
