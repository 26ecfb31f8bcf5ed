package io.kehu.migration.move.value;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Shows the beginning of values, with bytes that are no printable text escaped.
 */
public final class Preview {

	private static final int LONGEST = 200;

	private Preview() {
	}

	/**
	 * Returns a text with its control characters escaped.
	 * @param text the text, or null
	 */
	public static @Nullable String printable(@Nullable String text) {
		if (text == null || text.chars().noneMatch((letter) -> letter < ' ')) {
			return text;
		}
		StringBuilder shown = new StringBuilder();
		text.chars().forEach((letter) -> {
			if (letter < ' ') {
				shown.append("\\x%02x".formatted(letter));
			}
			else {
				shown.append((char) letter);
			}
		});
		return shown.toString();
	}

	/**
	 * Returns the beginning of a value.
	 * @param value the value as its database sent it
	 * @return printable text, never null
	 */
	public static String of(Value value) {
		byte[] bytes = value.copy();
		String text = new String(bytes, StandardCharsets.UTF_8);
		StringBuilder shown = new StringBuilder();
		if (text.indexOf('\uFFFD') >= 0) {
			text = new String(bytes, StandardCharsets.ISO_8859_1);
		}
		boolean utf8 = text.length() != bytes.length;
		for (int index = 0; index < text.length() && shown.length() < LONGEST; index++) {
			char letter = text.charAt(index);
			boolean plain = letter >= ' ' && (utf8 || letter < 0x7F);
			shown.append(plain ? String.valueOf(letter) : "\\x%02x".formatted((int) letter));
		}
		return shown.toString();
	}

}
