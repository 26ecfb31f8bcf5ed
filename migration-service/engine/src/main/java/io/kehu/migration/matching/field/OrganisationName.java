package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.migration.matching.text.NormalForms;

/**
 * The name of an organisation taken apart, without its legal form, "The Example Trading
 * Co., Ltd." being "example trading".
 *
 * @param words the words in their usual form, those of the legal form left out
 * @param all all words but links such as "and", the legal form included
 */
record OrganisationName(List<String> words, List<String> all) {

	/** Legal forms in languages that do not part words, traditional letters folded. */
	private static final Pattern WITHIN = Pattern
		.compile("株式会社|有限会社|合同会社|合资会社|股份有限公司|有限责任公司|有限公司|股份公司|公司|集团|주식회사|유한회사|\\(株\\)|\\(주\\)");

	/** A legal form that follows a word without a space: it begins with a capital. */
	private static final Pattern ATTACHED = Pattern
		.compile("(?<=\\p{Ll})(?:\\p{Lu}\\.(?:\\s?\\p{L}\\.)+|\\p{Lu}\\p{L}{1,9})(?![\\p{L}\\d])");

	private static final Pattern AND = Pattern.compile("[&+]");

	private static final Pattern ORGANISATION = Pattern
		.compile(".*(株式会社|有限会社|合同会社|公司|集团|주식회사|大学|银行|& (?:[Cc]o|[Ss]ons|[Ss]öhne|[Cc]ie)\\b"
				+ "|\\b[BN]\\.\\s?V\\.|\\bS\\.\\s?A\\.(?:\\s?S\\.)?$|\\bS\\.\\s?p\\.\\s?A\\.|\\bS\\.\\s?r\\.\\s?l\\.|\\be\\.\\s?V\\.).*");

	/**
	 * Takes a name apart.
	 * @param text the name
	 */
	static OrganisationName of(String text) {
		String plain = detached(WITHIN.matcher(NormalForms.compatible(text)).replaceAll(" "));
		List<String> all = new ArrayList<>();
		for (String word : joinInitials(
				NormalForms.words(NameInAddress.spelt(AND.matcher(plain).replaceAll(" and "))))) {
			if (!OrganisationWords.isLink(word)) {
				all.add(word);
			}
		}
		List<String> words = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			boolean form = OrganisationWords.isForm(all.get(i))
					|| (i > 0 && i == all.size() - 1 && OrganisationWords.isMistypedForm(all.get(i)));
			if (!form || (i == 0 && all.size() > 1 && !hasOther(all))) {
				words.add(OrganisationWords.usual(all.get(i)));
			}
		}
		return new OrganisationName(words.isEmpty() ? List.copyOf(all) : List.copyOf(words), List.copyOf(all));
	}

	/** Puts a space before legal forms that follow a word without one. */
	private static String detached(String text) {
		return ATTACHED.matcher(text).replaceAll((found) -> {
			String form = String.join("", NormalForms.words(NameInAddress.spelt(found.group())));
			return Matcher.quoteReplacement(OrganisationWords.isAttachable(form) ? " " + found.group() : found.group());
		});
	}

	private static boolean hasOther(List<String> words) {
		return words.stream().anyMatch((word) -> !OrganisationWords.isForm(word));
	}

	/** Returns a name in its normal form. */
	static String normal(String text) {
		return String.join(" ", of(text).words());
	}

	/**
	 * Returns whether a text is certainly the name of an organisation: its form says so.
	 */
	static boolean isOrganisation(String text) {
		String plain = NormalForms.compatible(text);
		if (ORGANISATION.matcher(plain).matches()) {
			return true;
		}
		List<String> words = NormalForms.words(NameInAddress.spelt(plain));
		int size = words.size();
		if (size < 2) {
			return false;
		}
		boolean cyrillic = Character.UnicodeScript.of(words.get(0).charAt(0)) == Character.UnicodeScript.CYRILLIC;
		return OrganisationWords.isPlainForm(words.get(size - 1))
				|| (cyrillic && OrganisationWords.isPlainForm(words.get(0)))
				|| (size > 2 && OrganisationWords.isPlainForm(words.get(size - 2))
						&& OrganisationWords.isForm(words.get(size - 1)));
	}

	/** Returns whether a text looks like the name of an organisation. */
	static boolean looksLikeOrganisation(String text) {
		return isOrganisation(text) || text.indexOf('&') >= 0
				|| of(text).all()
					.stream()
					.anyMatch((word) -> word.length() > 3 && (OrganisationWords.isSector(word)
							|| OrganisationWords.isFiller(word) || OrganisationWords.isPlainForm(word)));
	}

	/** "S.A." falls apart into letters; they are one word. */
	private static List<String> joinInitials(List<String> words) {
		List<String> joined = new ArrayList<>();
		StringBuilder initials = new StringBuilder();
		for (String word : words) {
			if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
				initials.append(word);
			}
			else {
				addInitials(joined, initials);
				joined.add(word);
			}
		}
		addInitials(joined, initials);
		return joined;
	}

	private static void addInitials(List<String> joined, StringBuilder initials) {
		if (initials.length() > 0) {
			joined.add(initials.toString());
			initials.setLength(0);
		}
	}

}
