package io.kehu.migration.intake;

/**
 * A line that does not fit, and why.
 *
 * @param line its number, from 1; in a workbook the row's number, in a JSON document the
 * record's
 * @param kind what is wrong
 * @param reason the same for a reader, with the figures of this line
 * @param excerpt the beginning of the line, at most {@link #EXCERPT_CHARACTERS}
 */
public record LineProblem(long line, LineProblemKind kind, String reason, String excerpt) {

	/** How much of a line is shown. */
	public static final int EXCERPT_CHARACTERS = 160;

	public LineProblem {
		reason = Storable.text(reason);
		if (excerpt.length() > EXCERPT_CHARACTERS) {
			int end = Character.isHighSurrogate(excerpt.charAt(EXCERPT_CHARACTERS - 1)) ? EXCERPT_CHARACTERS - 1
					: EXCERPT_CHARACTERS;
			excerpt = excerpt.substring(0, end) + "…";
		}
		excerpt = Storable.text(excerpt);
	}

}
