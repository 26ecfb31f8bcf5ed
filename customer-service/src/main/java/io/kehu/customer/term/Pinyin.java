package io.kehu.customer.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * The pinyin of Chinese names without tones, and their initials. A character with several
 * readings has all of them, as long as there are few combinations.
 */
final class Pinyin {

	private static final int MOST_READINGS = 3;

	private static final int MOST_COMBINATIONS = 16;

	private static final HanyuPinyinOutputFormat FORMAT = new HanyuPinyinOutputFormat();

	static {
		FORMAT.setCaseType(HanyuPinyinCaseType.LOWERCASE);
		FORMAT.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
		FORMAT.setVCharType(HanyuPinyinVCharType.WITH_V);
	}

	private Pinyin() {
	}

	/**
	 * Returns the pinyin of Chinese characters: of each syllable, of all of them without
	 * spaces, and their initials.
	 */
	static Set<String> of(int[] characters) {
		Set<String> terms = new LinkedHashSet<>();
		List<String> whole = List.of("");
		List<String> initials = List.of("");
		for (int character : characters) {
			List<String> readings = readings(character);
			if (readings.isEmpty()) {
				return terms;
			}
			terms.addAll(readings);
			whole = combined(whole, readings);
			initials = combined(initials,
					readings.stream().map((reading) -> reading.substring(0, 1)).distinct().toList());
		}
		terms.addAll(whole);
		terms.addAll(initials);
		return terms;
	}

	private static List<String> combined(List<String> starts, List<String> ends) {
		List<String> all = new ArrayList<>();
		for (String start : starts) {
			for (String end : ends) {
				if (all.size() < MOST_COMBINATIONS) {
					all.add(start + end);
				}
			}
		}
		return all;
	}

	private static List<String> readings(int character) {
		if (Character.isSupplementaryCodePoint(character)) {
			return List.of();
		}
		try {
			String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) character, FORMAT);
			return (readings == null) ? List.of() : Arrays.stream(readings).distinct().limit(MOST_READINGS).toList();
		}
		catch (BadHanyuPinyinOutputFormatCombination ex) {
			throw new IllegalStateException(ex);
		}
	}

}
