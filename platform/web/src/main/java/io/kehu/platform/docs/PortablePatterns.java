package io.kehu.platform.docs;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes patterns so that clients understand them whether or not they compile them
 * with the flag for Unicode, without which JavaScript has no {@code \p{L}}. A class of
 * characters with such a property becomes one that excludes the same ASCII characters and
 * nothing else.
 */
final class PortablePatterns {

	private static final Pattern UNICODE_CLASS = Pattern.compile("\\[(?!\\^)(?:[^\\[\\]\\\\]|\\\\.)*?\\\\p\\{.*?]");

	private static final int ASCII = 128;

	private PortablePatterns() {
	}

	static String of(String pattern) {
		return UNICODE_CLASS.matcher(pattern).replaceAll((found) -> Matcher.quoteReplacement(excluding(found)));
	}

	private static String excluding(MatchResult found) {
		Pattern allowed = Pattern.compile(found.group());
		StringBuilder excluding = new StringBuilder("[^");
		int first = 0;
		for (int character = 0; character <= ASCII; character++) {
			if (character == ASCII || allowed.matcher(Character.toString(character)).matches()) {
				if (first < character) {
					excluding.append("\\u%04x-\\u%04x".formatted(first, character - 1));
				}
				first = character + 1;
			}
		}
		return excluding.append(']').toString();
	}

}
