package io.kehu.migration.intake;

import java.nio.charset.StandardCharsets;

/**
 * Looks for a text in markup that is read piece by piece, in ASCII, or in UTF-16 and
 * UTF-32 by leaving zeros out. Blanks between the characters and the kind of quotes do
 * not matter.
 */
final class MarkupSearch {

	private final byte[] text;

	private int matched;

	/**
	 * Creates a search.
	 * @param text what to look for, of which no part but the first occurs again in it
	 */
	MarkupSearch(String text) {
		this.text = text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Returns whether the text was found. */
	boolean found() {
		return this.matched == this.text.length;
	}

	/** Reads the next piece. */
	void read(byte[] bytes, int length) {
		for (int i = 0; i < length && !found(); i++) {
			byte next = (bytes[i] == '\'') ? (byte) '"' : bytes[i];
			if (next == this.text[this.matched]) {
				this.matched++;
			}
			else if (next != 0 && next != ' ' && next != '\t' && next != '\n' && next != '\r') {
				this.matched = (next == this.text[0]) ? 1 : 0;
			}
		}
	}

}
