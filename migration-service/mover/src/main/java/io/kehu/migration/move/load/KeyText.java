package io.kehu.migration.move.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the parts of a key in one text, whatever characters they contain.
 */
final class KeyText {

	private static final char SEPARATOR = '/';

	private static final char ESCAPE = '\\';

	private KeyText() {
	}

	static String join(List<String> parts) {
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < parts.size(); index++) {
			if (index > 0) {
				text.append(SEPARATOR);
			}
			String part = parts.get(index);
			for (int place = 0; place < part.length(); place++) {
				char letter = part.charAt(place);
				switch (letter) {
					case SEPARATOR, ESCAPE -> text.append(ESCAPE).append(letter);
					// PostgreSQL stores no NUL in text
					case 0 -> text.append(ESCAPE).append('0');
					default -> text.append(letter);
				}
			}
		}
		return text.toString();
	}

	static List<String> split(String text) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		for (int place = 0; place < text.length(); place++) {
			char letter = text.charAt(place);
			if (letter == SEPARATOR) {
				parts.add(part.toString());
				part.setLength(0);
			}
			else if (letter == ESCAPE) {
				char escaped = text.charAt(++place);
				part.append((escaped == '0') ? '\0' : escaped);
			}
			else {
				part.append(letter);
			}
		}
		parts.add(part.toString());
		return parts;
	}

}
