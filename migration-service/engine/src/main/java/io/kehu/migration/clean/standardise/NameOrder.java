package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the family name stands in a name without a comma: told by capitals, patronymics,
 * and endings and lists of family names.
 */
enum NameOrder {

	GIVEN_FIRST, FAMILY_FIRST, UNKNOWN;

	private static final Pattern PATRONYMIC = Pattern.compile(".*(?:ович|евич|ич|овна|евна|ична|инична|івна|ївна)");

	private static final Pattern LATIN_PATRONYMIC = Pattern.compile(".*(?:ovich|evich|yevich|ovna|evna|yevna)");

	private static final Pattern SLAVIC = Pattern
		.compile(".*(?:ов|ев|ёв|ин|ын|ский|цкий|ской|ова|ева|ёва|ина|ына|ская|цкая|енко|ко|чук|юк|ук|ян|дзе|швили|ић)");

	private static final Pattern LATIN_SLAVIC = Pattern.compile(".*(?:ov|ev|in|yn|sky|skiy|ova|eva|ina|skaya|enko|uk)");

	/** Given names that end as family names do. */
	private static final Set<String> GIVEN = Set.of("нина", "ирина", "марина", "екатерина", "полина", "кристина",
			"карина", "алина", "арина", "галина", "регина", "валентина", "константин", "валентин", "лев", "ангелина",
			"эвелина", "антонина", "зинаида", "василина", "северин", "мартин", "августин", "ян", "севастьян", "кирьян",
			"дарина", "сабина", "альбина", "фаина", "яков", "марко", "дарко", "мирко", "славко", "бранко", "жарко",
			"ратко", "здравко", "живко", "петко", "данко", "златко", "ранко", "станко", "данило", "боян", "дамян",
			"стоян", "деян", "демьян", "вук", "калин", "марин", "ева", "дина", "лина", "сашко", "юрко", "левко", "янко",
			"цветко", "христина", "катерина", "снежина");

	private static final Pattern KOREAN_SYLLABLES = Pattern.compile(
			"(?:(?:kk|tt|pp|ss|jj|ch|[bdghjkmnprstwycl])?(?:yeo|yae|yoo|woo|eui|yu|ya|yo|ye|wa|wo|we|wi|eo|eu|ae|oe|ui|ee|oo|[aeiou])(?:ng|[nmlkptbgh](?![aeiouwy]))?){1,3}");

	private static final Pattern KOREAN_GIVEN = Pattern.compile("\\p{Lu}\\p{Ll}{1,5}-\\p{Ll}{2,6}");

	/** Romanised family names that often stand first. */
	private static final Set<String> ROMANISED = Set.of("wang", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu",
			"zhou", "xu", "sun", "zhu", "guo", "gao", "luo", "zheng", "xie", "deng", "feng", "cao", "peng", "zeng",
			"xiao", "tian", "dong", "jiang", "li", "lin", "ma", "hu", "he", "choi", "jung", "kang", "yoon", "yamada",
			"suzuki", "tanaka", "sato", "takahashi", "watanabe", "ito", "nakamura", "kobayashi", "yamamoto");

	private static final Set<String> SHORT = Set.of("LI", "WU", "XU", "HU", "MA", "HE", "LU", "YU", "SU", "LE", "NG",
			"HO", "OH", "AN", "DE", "LA", "DI", "DA", "DU", "AL", "EL", "LÊ", "VŨ", "VÕ", "HỒ", "LÝ");

	private static final Pattern VIETNAMESE_MARKS = Pattern.compile("[ăĂđĐơƠưƯ\\u1EA0-\\u1EF9]");

	/** Returns the order of a name's words, titles and suffixes left out. */
	static NameOrder of(List<String> words) {
		if (words.size() < 2) {
			return GIVEN_FIRST;
		}
		int capitals = familyEnd(words);
		boolean all = words.stream().allMatch(NameOrder::isCapital);
		if (!all && isCapital(words.get(0)) && words.stream().skip(capitals).noneMatch(NameOrder::isCapital)) {
			return FAMILY_FIRST;
		}
		String first = words.get(0).toLowerCase(Locale.ROOT);
		String last = words.get(words.size() - 1).toLowerCase(Locale.ROOT);
		if (Character.UnicodeScript.of(first.charAt(0)) == Character.UnicodeScript.CYRILLIC) {
			return cyrillic(words, first, last);
		}
		if (words.size() == 3 && LATIN_PATRONYMIC.matcher(last).matches()) {
			return LATIN_SLAVIC.matcher(first).matches() ? FAMILY_FIRST : UNKNOWN;
		}
		boolean capitalLast = isCapital(words.get(words.size() - 1)) && !all;
		return capitalLast ? GIVEN_FIRST : byLists(words, FamilyNames.plain(first), FamilyNames.plain(last));
	}

	private static NameOrder byLists(List<String> words, String first, String last) {
		if (FamilyNames.VIETNAMESE.contains(first) || first.equals("mai")) {
			NameOrder vietnamese = vietnamese(words, first, last);
			if (vietnamese != GIVEN_FIRST) {
				return vietnamese;
			}
		}
		if (FamilyNames.KOREAN.contains(first) && !FamilyNames.KOREAN.contains(last)) {
			if (words.size() == 2 && KOREAN_GIVEN.matcher(words.get(1)).matches()) {
				return FAMILY_FIRST;
			}
			if (words.stream().skip(1).allMatch(NameOrder::isKorean)) {
				return UNKNOWN;
			}
		}
		if (words.size() == 2 && KOREAN_GIVEN.matcher(words.get(1)).matches()) {
			return isRomanised(first) ? FAMILY_FIRST : UNKNOWN;
		}
		if (FamilyNames.HUNGARIAN.contains(first)) {
			return FamilyNames.HUNGARIAN_GIVEN.contains(last) ? FAMILY_FIRST : UNKNOWN;
		}
		boolean iberian = words.size() == 2 && FamilyNames.IBERIAN.contains(first);
		boolean both = isRomanised(first) && isRomanised(last);
		return (iberian || both || ROMANISED.contains(first)) ? UNKNOWN : GIVEN_FIRST;
	}

	private static NameOrder vietnamese(List<String> words, String first, String last) {
		boolean middle = words.size() > 2 && Character.isUpperCase(words.get(1).charAt(0))
				&& FamilyNames.VIETNAMESE_MIDDLE.contains(FamilyNames.plain(words.get(1)));
		boolean certain = middle || words.stream().anyMatch((word) -> VIETNAMESE_MARKS.matcher(word).find());
		boolean family = FamilyNames.VIETNAMESE.contains(first);
		if (certain) {
			return (family && !FamilyNames.VIETNAMESE.contains(last)) ? FAMILY_FIRST : UNKNOWN;
		}
		return (family && !FamilyNames.VIETNAMESE_AND_OTHERS.contains(first)) ? UNKNOWN : GIVEN_FIRST;
	}

	private static boolean isKorean(String word) {
		return KOREAN_SYLLABLES.matcher(word.toLowerCase(Locale.ROOT).replace("-", "")).matches();
	}

	private static boolean isRomanised(String name) {
		return ROMANISED.contains(name) || FamilyNames.KOREAN.contains(name);
	}

	private static NameOrder cyrillic(List<String> words, String first, String last) {
		if (words.size() == 3 && PATRONYMIC.matcher(last).matches()) {
			return FAMILY_FIRST;
		}
		if (words.size() == 3 && PATRONYMIC.matcher(words.get(1).toLowerCase(Locale.ROOT)).matches()) {
			return GIVEN_FIRST;
		}
		boolean familyFirst = SLAVIC.matcher(first).matches() && !GIVEN.contains(first);
		boolean familyLast = SLAVIC.matcher(last).matches() && !GIVEN.contains(last);
		if (familyFirst == familyLast) {
			return UNKNOWN;
		}
		return familyFirst ? FAMILY_FIRST : GIVEN_FIRST;
	}

	/** How many words at the beginning are the family name when it stands first. */
	static int familyEnd(List<String> words) {
		int end = 0;
		while (end < words.size() - 1 && isCapital(words.get(end))) {
			end++;
		}
		return Math.max(1, end);
	}

	/** Whether a word is written in capitals as family names are, and is no initials. */
	private static boolean isCapital(String word) {
		String letters = word.replaceAll("[^\\p{L}]", "");
		boolean capital = letters.equals(letters.toUpperCase(Locale.ROOT))
				&& !letters.equals(letters.toLowerCase(Locale.ROOT)) && word.indexOf('.') < 0;
		return capital && (letters.length() > 2 || SHORT.contains(letters));
	}

}
