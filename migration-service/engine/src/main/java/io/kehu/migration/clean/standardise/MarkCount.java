package io.kehu.migration.clean.standardise;

import org.jspecify.annotations.Nullable;

/**
 * Counts the decimal marks that the numbers of a column show.
 */
final class MarkCount {

	private static final int LONGEST = 60;

	/** One number in so many may show the other mark. */
	private static final int EXCEPTIONS = 20;

	private long points;

	private long commas;

	private long open;

	private long others;

	/** Returns a text read as a number, or null when it is none. */
	static @Nullable NumberText read(String text) {
		return (text.length() > LONGEST) ? null : NumberText.of(TextStandard.clean(text));
	}

	/**
	 * Counts a value.
	 * @param text the value
	 * @param times how often it occurs
	 * @param most the most decimals of a number that counts
	 */
	void add(String text, int times, int most) {
		if (text.indexOf('.') < 0 && text.indexOf(',') < 0) {
			return;
		}
		NumberText number = read(text);
		if (number == null || (number.mark() != ' ' && !number.suits(number.mark()))) {
			this.others += times;
			return;
		}
		this.open += number.isOpen() ? times : 0;
		if (number.decimals() <= most) {
			this.points += (number.mark() == '.') ? times : 0;
			this.commas += (number.mark() == ',') ? times : 0;
		}
	}

	/** Returns whether a number may be read in two ways. */
	boolean isOpen() {
		return this.open > 0;
	}

	/** Returns whether a number shows its mark. */
	boolean isAny() {
		return this.points + this.commas > 0;
	}

	/** Returns whether most texts with a point or comma are numbers. */
	boolean isOfNumbers() {
		return this.points + this.commas + this.open > this.others;
	}

	/**
	 * Returns the mark that the numbers tell: none if both occur, save for a few
	 * exceptions.
	 */
	DecimalMark mark() {
		if (this.points * EXCEPTIONS < this.commas) {
			return DecimalMark.COMMA;
		}
		return (this.commas * EXCEPTIONS < this.points) ? DecimalMark.POINT : DecimalMark.BY_EVIDENCE;
	}

}
