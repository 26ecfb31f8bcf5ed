package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.matching.text.EditDistance;
import io.kehu.migration.matching.text.Letters;
import io.kehu.migration.table.Column;

/**
 * Compares whole values of one column; each value is its own term.
 */
abstract class ValueComparison extends FieldComparison {

	private final Column column;

	private final long[] letters;

	private final long[] heads;

	private final int[] lengths;

	ValueComparison(ColumnRole role, Column column, List<String> levels) {
		super(role, column.name(), levels, codes(column));
		this.column = column;
		this.letters = new long[column.distinct()];
		this.heads = new long[this.letters.length];
		this.lengths = new int[this.letters.length];
		for (int code = 0; code < this.letters.length; code++) {
			String text = column.text(code);
			this.letters[code] = Letters.of(text);
			this.heads[code] = Letters.head(text);
			this.lengths[code] = text.length();
		}
	}

	static int[] codes(Column column) {
		int[] codes = new int[column.rows()];
		for (int row = 0; row < codes.length; row++) {
			codes[row] = column.code(row);
		}
		return codes;
	}

	/** Returns the length of the shorter of two values. */
	final int shorter(int left, int right) {
		return Math.min(this.lengths[left], this.lengths[right]);
	}

	/** Returns whether two values begin with the same characters. */
	final boolean beginAlike(int left, int right, int characters) {
		return Letters.commonHead(this.heads[left], this.heads[right]) >= Math.min(characters, Letters.HEAD)
				&& text(left).regionMatches(0, text(right), 0, characters);
	}

	/** Returns the greatest Jaro–Winkler similarity that two values can have. */
	final double mostSimilar(int left, int right) {
		int beginning = Math.min(shorter(left, right), Letters.commonHead(this.heads[left], this.heads[right]));
		return Letters.mostSimilar(this.lengths[left], this.letters[left], this.lengths[right], this.letters[right],
				beginning);
	}

	/** Returns whether two values lie within some edits of each other. */
	final boolean isWithin(int left, int right, int edits) {
		return Math.abs(this.lengths[left] - this.lengths[right]) <= edits
				&& Letters.mayBeWithin(this.letters[left], this.letters[right], edits)
				&& EditDistance.within(text(left), text(right), edits) <= edits;
	}

	@Override
	public final int distinct() {
		return this.column.distinct();
	}

	@Override
	public final String text(int code) {
		return this.column.text(code);
	}

	@Override
	public final int compare(int left, int right) {
		if (left < 0 || right < 0) {
			return MISSING;
		}
		return (left == right) ? result(0, left) : result(differing(left, right));
	}

	/** Returns the level, 1 or worse, at which two differing values agree. */
	abstract int differing(int left, int right);

	@Override
	public final int terms() {
		return this.column.distinct();
	}

	@Override
	public final int[] terms(int code) {
		return new int[] { code };
	}

}
