package io.kehu.migration.matching.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Normal forms of texts: without accents, case, punctuation and doubled blanks.
 */
public final class NormalForms {

	private NormalForms() {
	}

	/**
	 * Folds a text to lower-case letters and digits with single blanks between its words.
	 * Apostrophes vanish, other punctuation parts words.
	 * @param text any text
	 * @return its normal form, perhaps empty
	 */
	public static String fold(String text) {
		return fold(text, "");
	}

	/**
	 * Folds a text as {@link #fold(String)} does, but keeps some characters.
	 * @param text any text
	 * @param kept characters that stay as they are
	 * @return its normal form, perhaps empty
	 */
	public static String fold(String text, String kept) {
		StringBuilder folded = new StringBuilder(text.length());
		String source = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
		for (int i = 0; i < source.length(); i++) {
			append(folded, HanLetters.simplified(source.charAt(i)), kept);
		}
		int length = folded.length();
		while (length > 0 && folded.charAt(length - 1) == ' ') {
			length--;
		}
		folded.setLength(length);
		return folded.toString();
	}

	private static void append(StringBuilder folded, char symbol, String kept) {
		if (Character.isLetterOrDigit(symbol) || Character.isSurrogate(symbol) || kept.indexOf(symbol) >= 0) {
			String special = special(symbol);
			if (special != null) {
				folded.append(special);
			}
			else {
				folded.append(Character.toLowerCase(symbol));
			}
		}
		else if (symbol != '\'' && symbol != '\u2019' && symbol != '`'
				&& Character.getType(symbol) != Character.NON_SPACING_MARK && folded.length() > 0
				&& folded.charAt(folded.length() - 1) != ' ') {
			folded.append(' ');
		}
	}

	private static @Nullable String special(char symbol) {
		return switch (symbol) {
			case 'ß' -> "ss";
			case 'æ', 'Æ' -> "ae";
			case 'œ', 'Œ' -> "oe";
			case 'ø', 'Ø' -> "o";
			case 'ł', 'Ł' -> "l";
			case 'đ', 'Đ', 'ð', 'Ð' -> "d";
			case 'þ', 'Þ' -> "th";
			default -> null;
		};
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 127) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the letters and digits of a text alone, in lower case and without accents.
	 */
	public static String squeeze(String text) {
		return fold(text).replace(" ", "");
	}

	/**
	 * Returns what is left of a text without regard to case, accents, blanks and
	 * punctuation. Unlike {@link #squeeze(String)}, it spells no letter out as two.
	 */
	public static String bare(String text) {
		String decomposed = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
		StringBuilder bare = new StringBuilder(decomposed.length());
		for (int i = 0; i < decomposed.length(); i++) {
			char symbol = HanLetters.simplified(decomposed.charAt(i));
			if (Character.isLetterOrDigit(symbol)) {
				bare.append(symbol);
			}
		}
		return bare.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns a text with letters of half or full width as usual ones, and traditional
	 * Chinese characters as simplified ones.
	 */
	public static String compatible(String text) {
		return isPlain(text) ? text : HanLetters.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC));
	}

	/** Returns the words of a folded text. */
	public static List<String> words(String folded) {
		List<String> words = new ArrayList<>(4);
		int start = 0;
		for (int i = 0; i <= folded.length(); i++) {
			if (i == folded.length() || folded.charAt(i) == ' ') {
				if (i > start) {
					words.add(folded.substring(start, i));
				}
				start = i + 1;
			}
		}
		return words;
	}

	/** Returns a text in lower case, whatever the default locale. */
	public static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
