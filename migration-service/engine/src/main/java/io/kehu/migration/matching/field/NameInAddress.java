package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.matching.text.EditDistance;
import io.kehu.migration.matching.text.NormalForms;

/**
 * Finds the parts of an e-mail address that follow from the name of its owner: first and
 * last name in any order, joined or cut, mistyped, or as initials.
 */
public final class NameInAddress {

	private static final int SHORTEST = 3;

	/** Words from this length on may be mistyped. */
	private static final int LONG = 5;

	private NameInAddress() {
	}

	/** Returns a folded text in which umlauts written as two letters are one. */
	static String spelt(String text) {
		return NormalForms.fold(text, "").replace("ae", "a").replace("oe", "o").replace("ue", "u");
	}

	/**
	 * Returns whether an address contains a word of the name of an organisation that is
	 * long enough to tell.
	 */
	public static boolean contains(String address, String name) {
		String letters = spelt(address);
		return NormalForms.words(name)
			.stream()
			.map(NameInAddress::spelt)
			.anyMatch((word) -> word.length() > SHORTEST && letters.contains(word));
	}

	/**
	 * Returns how a run of letters is made of a name: which of its words come first, or
	 * initials.
	 */
	static String shape(String piece, List<String> words) {
		if (isInitials(piece, words)) {
			return "i";
		}
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			if (isWord(piece, word)) {
				return "w" + i;
			}
			if (piece.startsWith(word) || piece.endsWith(word)) {
				return "p" + i;
			}
		}
		return "o";
	}

	/**
	 * Returns what is left of a run of letters.
	 * @param piece letters of an address
	 * @param words the words of the name
	 * @return the letters that do not follow from the name
	 */
	static String rest(String piece, List<String> words) {
		if (words.isEmpty()) {
			return piece;
		}
		if (isInitials(piece, words)) {
			return "";
		}
		for (String word : words) {
			if (isWord(piece, word)) {
				return "";
			}
			for (int cut = word.length(); cut >= SHORTEST; cut--) {
				String part = word.substring(0, cut);
				if (piece.startsWith(part)) {
					return afterWord(piece.substring(cut), words);
				}
				if (cut == word.length() && piece.endsWith(part)) {
					return afterWord(piece.substring(0, piece.length() - cut), words);
				}
			}
		}
		return piece;
	}

	private static String afterWord(String left, List<String> words) {
		return isInitials(left, words) || words.stream().anyMatch((word) -> isWord(left, word)) ? "" : left;
	}

	private static boolean isWord(String piece, String word) {
		return piece.equals(word) || (piece.length() >= SHORTEST && word.startsWith(piece))
				|| (piece.length() >= LONG && EditDistance.within(piece, word, 1) <= 1)
				|| Nicknames.meet(Nicknames.of(piece), Nicknames.of(word));
	}

	private static boolean isInitials(String piece, List<String> words) {
		return piece.length() <= words.size()
				&& piece.chars().allMatch((letter) -> words.stream().anyMatch((word) -> word.charAt(0) == letter));
	}

}
