package io.kehu.migration.matching.field;

import java.util.List;

/**
 * The values of all records in all fields, those of a record side by side, so that
 * comparing two records touches little memory.
 */
public final class RecordCodes {

	private final int fields;

	private final int[] codes;

	/**
	 * Copies the values of some records.
	 * @param comparisons the fields
	 * @param rows how many records there are
	 */
	public RecordCodes(List<FieldComparison> comparisons, int rows) {
		this.fields = comparisons.size();
		this.codes = new int[Math.multiplyExact(rows, this.fields)];
		for (int field = 0; field < this.fields; field++) {
			FieldComparison comparison = comparisons.get(field);
			for (int row = 0, at = field; row < rows; row++, at += this.fields) {
				this.codes[at] = comparison.code(row);
			}
		}
	}

	/** Returns the value of a record in a field, or {@link FieldComparison#MISSING}. */
	public int code(int row, int field) {
		return this.codes[row * this.fields + field];
	}

}
