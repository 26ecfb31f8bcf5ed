package io.kehu.customer.term;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes the terms of records and of what is searched.
 * <p>
 * Names in Chinese, Japanese and Korean characters are found by each of their characters
 * and each two neighbours; Chinese names by their pinyin and initials, too. Phone numbers
 * are found by their last digits, at least six, however they are written.
 */
public final class SearchTerms {

	/** Begins the terms of pinyin. */
	static final String PINYIN = "p:";

	/** Begins the terms of phone numbers. */
	static final String PHONE = "t:";

	private static final int LEAST_DIGITS = 6;

	private static final int LONGEST_NAME = 40;

	private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

	private SearchTerms() {
	}

	/**
	 * Returns the terms of a record.
	 * @param names its names
	 * @param phones its phone numbers in E.164
	 */
	public static String[] of(List<String> names, List<String> phones) {
		Set<String> terms = new LinkedHashSet<>();
		for (String name : names) {
			for (int[] run : runs(name)) {
				addCharacters(run, terms);
				if (isHan(run)) {
					Pinyin.of(run).forEach((term) -> terms.add(PINYIN + term));
				}
			}
		}
		phones.forEach((phone) -> addEnds(phone.replaceAll("[^0-9]", ""), terms));
		return terms.toArray(String[]::new);
	}

	private static void addCharacters(int[] run, Set<String> terms) {
		for (int i = 0; i < run.length; i++) {
			terms.add(Character.toString(run[i]));
			if (i + 1 < run.length) {
				terms.add(new String(run, i, 2));
			}
		}
	}

	private static void addEnds(String digits, Set<String> terms) {
		for (int start = 0; start + LEAST_DIGITS <= digits.length(); start++) {
			terms.add(PHONE + digits.substring(start));
		}
	}

	/**
	 * Returns the terms that all occur in records with these characters; empty if the
	 * text has none of these scripts.
	 */
	public static List<String> ofCharacters(String text) {
		Set<String> terms = new LinkedHashSet<>();
		for (int[] run : runs(text)) {
			if (run.length == 1) {
				terms.add(Character.toString(run[0]));
			}
			for (int i = 0; i + 1 < run.length; i++) {
				terms.add(new String(run, i, 2));
			}
		}
		return List.copyOf(terms);
	}

	/** Returns the term of pinyin or initials. */
	public static String ofPinyin(String letters) {
		return PINYIN + letters.replace("\u00fc", "v");
	}

	/**
	 * Returns the term of a phone number in any spelling; empty if there are too few
	 * digits. What is dialled before the number within or outside of a country is left
	 * out.
	 */
	public static String ofPhone(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\(\\s*0\\s*\\)", "");
		String digits = folded.codePoints()
			.filter(Character::isDigit)
			.mapToObj((digit) -> String.valueOf(Character.digit(digit, 10)))
			.collect(Collectors.joining())
			.replaceFirst("^0+", "");
		return (digits.length() < LEAST_DIGITS) ? "" : PHONE + digits;
	}

	/** Returns the parts of a text that consist of characters of these scripts. */
	private static List<int[]> runs(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
		List<int[]> runs = new ArrayList<>();
		List<Integer> run = new ArrayList<>();
		folded.codePoints().limit(LONGEST_NAME * 5L).forEach((character) -> {
			if (SCRIPTS.contains(UnicodeScript.of(character))) {
				run.add(character);
			}
			else if (!run.isEmpty()) {
				runs.add(run.stream().mapToInt(Integer::intValue).limit(LONGEST_NAME).toArray());
				run.clear();
			}
		});
		if (!run.isEmpty()) {
			runs.add(run.stream().mapToInt(Integer::intValue).limit(LONGEST_NAME).toArray());
		}
		return runs;
	}

	private static boolean isHan(int[] run) {
		for (int character : run) {
			if (UnicodeScript.of(character) != UnicodeScript.HAN) {
				return false;
			}
		}
		return true;
	}

}
