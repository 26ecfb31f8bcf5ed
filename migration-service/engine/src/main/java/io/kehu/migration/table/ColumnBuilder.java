package io.kehu.migration.table;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of one column row by row and encodes them as it goes.
 */
public final class ColumnBuilder {

	private final String name;

	private final Encoder encoder = new Encoder(16);

	private int[] codes = new int[1024];

	private int rows;

	public ColumnBuilder(String name) {
		this.name = name;
	}

	/**
	 * Adds the next row.
	 * @param value its text; null and blank are missing
	 */
	public void add(@Nullable String value) {
		if (this.rows == this.codes.length) {
			this.codes = Arrays.copyOf(this.codes, this.rows + (this.rows >> 1));
		}
		this.codes[this.rows++] = this.encoder.encode(value);
	}

	/** Returns how many bytes of memory its distinct texts take, about. */
	public long textBytes() {
		return this.encoder.bytes();
	}

	public Column build() {
		return new Column(this.name, Arrays.copyOf(this.codes, this.rows), this.encoder.dictionary());
	}

}
