package io.kehu.migration.intake;

/**
 * How the fields of a delimited text are told apart.
 *
 * @param delimiter the character between two fields; a blank for fields aligned with
 * blanks
 * @param quote the character around fields that hold a delimiter or a line's end, or
 * {@link #NO_QUOTE}
 */
public record Dialect(char delimiter, char quote) {

	/** Stands for a text that quotes nothing: a character that no text has. */
	public static final char NO_QUOTE = '\uFFFF';

	/**
	 * Whether fields are aligned with blanks, so that several blanks are one delimiter.
	 */
	public boolean aligned() {
		return this.delimiter == ' ';
	}

}
