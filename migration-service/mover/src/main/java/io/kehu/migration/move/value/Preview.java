package io.kehu.migration.move.value;

import java.nio.charset.StandardCharsets;

/**
 * Shows the beginning of values, with bytes that are no printable text escaped.
 */
public final class Preview {

	private static final int LONGEST = 200;

	private Preview() {
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
