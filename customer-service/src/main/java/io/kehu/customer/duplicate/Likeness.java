package io.kehu.customer.duplicate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two names are: the share of the trigrams of their words that both have
 * (Jaccard), regardless of the order of words and of legal forms.
 */
final class Likeness {

	/** Names that are less alike do not count as a match. */
	static final double LEAST = 0.6;

	private static final Pattern LEGAL_FORM = Pattern.compile(
			"(?<![\\p{L}\\p{N}])(gmbh( & co\\.? kg)?|mbh|ag|kg|ohg|ug|e\\.? ?v\\.?|ltd|limited|llc|llp|inc|corp|corporation|co|company|plc"
					+ "|s\\.?a\\.?|sarl|sas|srl|s\\.?p\\.?a\\.?|b\\.?v\\.?|n\\.?v\\.?|oy|ab|as|a/s|aps|sp\\. z o\\.o\\.|pty)"
					+ "(?![\\p{L}\\p{N}])\\.?|\u6709\u9650\u8d23\u4efb\u516c\u53f8|\u80a1\u4efd\u6709\u9650\u516c\u53f8"
					+ "|\u6709\u9650\u516c\u53f8|\u682a\u5f0f\u4f1a\u793e|\u6709\u9650\u4f1a\u793e");

	private Likeness() {
	}

	/**
	 * Returns how alike two names are, from 0 to 1.
	 * @param one a name in the form of {@code search_text_of}
	 * @param other another one
	 */
	static double of(String one, String other) {
		Set<String> first = trigrams(one);
		Set<String> second = trigrams(other);
		Set<String> both = new HashSet<>(first);
		both.retainAll(second);
		int all = first.size() + second.size() - both.size();
		return (all == 0) ? 0 : (double) both.size() / all;
	}

	/** Returns a name without its legal form, unless nothing else is left. */
	static String bare(String name) {
		String bare = LEGAL_FORM.matcher(name).replaceAll(" ").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
		return bare.isEmpty() ? name : bare;
	}

	private static Set<String> trigrams(String name) {
		Set<String> trigrams = new HashSet<>();
		for (String word : bare(name).split(" ", -1)) {
			int[] letters = ("  " + word + " ").codePoints().toArray();
			for (int i = 0; i + 3 <= letters.length; i++) {
				trigrams.add(new String(letters, i, 3));
			}
		}
		return trigrams;
	}

}
