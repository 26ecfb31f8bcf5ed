package io.kehu.migration.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link Table}, dictionary-encoded: each distinct text is held once, and
 * a row holds the code of its text or {@value #MISSING}.
 */
public final class Column {

	/** Code of a row that has no value. */
	public static final int MISSING = -1;

	private final String name;

	private final int[] codes;

	private final String[] dictionary;

	Column(String name, int[] codes, String[] dictionary) {
		this.name = name;
		this.codes = codes;
		this.dictionary = dictionary;
	}

	/**
	 * Make a column from the texts of its rows.
	 * @param name the column's name
	 * @param values a text a row; null and blank texts are missing
	 * @return the column
	 */
	public static Column of(String name, List<@Nullable String> values) {
		ColumnBuilder builder = new ColumnBuilder(name);
		values.forEach(builder::add);
		return builder.build();
	}

	public String name() {
		return this.name;
	}

	public int rows() {
		return this.codes.length;
	}

	/** How many distinct values there are. */
	public int distinct() {
		return this.dictionary.length;
	}

	/** The code of a row's value, or {@link #MISSING}. */
	public int code(int row) {
		return this.codes[row];
	}

	/** The text behind a code of this column. */
	public String text(int code) {
		return this.dictionary[code];
	}

	/** The text of a row, or null when it is missing. */
	public @Nullable String value(int row) {
		int code = this.codes[row];
		return (code == MISSING) ? null : this.dictionary[code];
	}

	/** How many rows have a value. */
	public int present() {
		int present = 0;
		for (int code : this.codes) {
			if (code != MISSING) {
				present++;
			}
		}
		return present;
	}

	/** How many rows hold each code. */
	public int[] frequencies() {
		int[] frequencies = new int[this.dictionary.length];
		for (int code : this.codes) {
			if (code != MISSING) {
				frequencies[code]++;
			}
		}
		return frequencies;
	}

}
