package io.kehu.migration.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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
	 * Creates a column from the texts of its rows.
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

	/** Returns how many distinct values there are. */
	public int distinct() {
		return this.dictionary.length;
	}

	/** Returns the code of a row's value, or {@link #MISSING}. */
	public int code(int row) {
		return this.codes[row];
	}

	/** Returns the text behind a code of this column. */
	public String text(int code) {
		return this.dictionary[code];
	}

	/** Returns the text of a row, or null when it is missing. */
	public @Nullable String value(int row) {
		int code = this.codes[row];
		return (code == MISSING) ? null : this.dictionary[code];
	}

	/** Returns how many rows have a value. */
	public int present() {
		int present = 0;
		for (int code : this.codes) {
			if (code != MISSING) {
				present++;
			}
		}
		return present;
	}

	/** Returns how many rows hold each code. */
	public int[] frequencies() {
		int[] frequencies = new int[this.dictionary.length];
		for (int code : this.codes) {
			if (code != MISSING) {
				frequencies[code]++;
			}
		}
		return frequencies;
	}

	/**
	 * Returns the column with another text in the place of each of its texts; works once
	 * a distinct text, on all cores.
	 * @param change gives the new text, null or blank for none
	 */
	public Column map(Function<String, @Nullable String> change) {
		String[] changed = new String[this.dictionary.length];
		IntStream.range(0, changed.length).parallel().forEach((code) -> changed[code] = change.apply(text(code)));
		return recode(Arrays.asList(changed));
	}

	/**
	 * Returns the column with new texts for its codes.
	 * @param texts a text a code, null or blank for none
	 */
	public Column recode(List<@Nullable String> texts) {
		Encoder encoder = new Encoder(this.dictionary.length);
		int[] newCodes = new int[this.dictionary.length];
		Arrays.setAll(newCodes, (code) -> encoder.encode(texts.get(code)));
		int[] recoded = new int[this.codes.length];
		Arrays.setAll(recoded, (row) -> (this.codes[row] == MISSING) ? MISSING : newCodes[this.codes[row]]);
		return new Column(this.name, recoded, encoder.dictionary());
	}

	/**
	 * Returns the column with other texts in some rows.
	 * @param rows the rows
	 * @param values a text a row, null or blank for none
	 */
	public Column with(int[] rows, List<@Nullable String> values) {
		Encoder encoder = new Encoder(this.dictionary.length);
		for (String text : this.dictionary) {
			encoder.encode(text);
		}
		int[] changed = this.codes.clone();
		for (int i = 0; i < rows.length; i++) {
			changed[rows[i]] = encoder.encode(values.get(i));
		}
		return new Column(this.name, changed, encoder.dictionary());
	}

	/** Returns the column with no value in some rows. */
	public Column without(int[] rows) {
		int[] changed = this.codes.clone();
		for (int row : rows) {
			changed[row] = MISSING;
		}
		return new Column(this.name, changed, this.dictionary);
	}

	/** Returns some rows of the column, in the order given. */
	public Column select(int[] rows) {
		return new Column(this.name, Arrays.stream(rows).map((row) -> this.codes[row]).toArray(), this.dictionary);
	}

	/** Returns the same rows under another name. */
	public Column named(String other) {
		return new Column(other, this.codes, this.dictionary);
	}

}
