package io.kehu.migration.page;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Replaces characters that can't be seen, such as marks that turn the direction of a
 * text, by pictures of them. Line ends and tabs pass: templates are laid out with them.
 */
final class VisibleWriter extends FilterWriter {

	private static final int FIRST_PICTURE = 0x2400;

	private static final char OTHER = '\u2426';

	VisibleWriter(Writer out) {
		super(out);
	}

	@Override
	public void write(int symbol) throws IOException {
		boolean layout = symbol == '\n' || symbol == '\r' || symbol == '\t';
		this.out.write(layout ? symbol : visible((char) symbol));
	}

	@Override
	public void write(char[] text, int from, int length) throws IOException {
		for (int i = from; i < from + length; i++) {
			write(text[i]);
		}
	}

	@Override
	public void write(String text, int from, int length) throws IOException {
		for (int i = from; i < from + length; i++) {
			write(text.charAt(i));
		}
	}

	/** Returns a character, or the picture of one that can't be seen. */
	static char visible(char symbol) {
		if (symbol < ' ') {
			return (char) (FIRST_PICTURE + symbol);
		}
		return (symbol == 0x7F || Character.getType(symbol) == Character.FORMAT) ? OTHER : symbol;
	}

}
