package io.kehu.platform.json;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/**
 * Brings texts into the form in which they are stored: in Unicode's composed form (NFC),
 * without white space around them. All invisible Unicode characters count as white space:
 * spaces, control and format characters such as U+200B, and the Hangul and Braille
 * fillers.
 */
public final class Texts {

	private static final String FILLERS = "\u115f\u1160\u2800\u3164\uffa0";

	private Texts() {
	}

	/**
	 * Returns the text as it is stored, or null if it is null.
	 */
	public static @Nullable String strip(@Nullable String text) {
		return (text != null) ? stripped(text) : null;
	}

	/**
	 * Returns the text as it is stored, or null if it is null or blank.
	 */
	public static @Nullable String orNull(@Nullable String text) {
		return (text == null || isBlank(text)) ? null : stripped(text);
	}

	/**
	 * Returns the text as it is stored. A blank text remains as it is, for validation to
	 * refuse it as blank, and so does one that is missing in a request.
	 */
	public static String visible(String text) {
		return (text == null || isBlank(text)) ? text : stripped(text);
	}

	private static String stripped(String given) {
		String text = Normalizer.normalize(given, Normalizer.Form.NFC);
		int end = text.length();
		while (end > 0 && isInvisible(text.codePointBefore(end))) {
			end -= Character.charCount(text.codePointBefore(end));
		}
		int start = 0;
		while (start < end && isInvisible(text.codePointAt(start))) {
			start += Character.charCount(text.codePointAt(start));
		}
		return text.substring(start, end);
	}

	/** Returns whether the text is empty or consists of white space only. */
	public static boolean isBlank(CharSequence text) {
		return text.codePoints().allMatch(Texts::isInvisible);
	}

	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
					Character.FORMAT ->
				true;
			default -> FILLERS.indexOf(character) >= 0;
		};
	}

}
