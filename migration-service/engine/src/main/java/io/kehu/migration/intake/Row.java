package io.kehu.migration.intake;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of a source, with the line on which it starts.
 */
public final class Row {

	private final long line;

	private final @Nullable String[] values;

	/**
	 * Make a row.
	 * @param line the line on which it starts, from 1
	 * @param values a text a column, null where there is none; kept, not copied
	 */
	public Row(long line, @Nullable String... values) {
		this.line = line;
		this.values = values;
	}

	public long line() {
		return this.line;
	}

	/** How many values are held; later columns have none. */
	public int size() {
		return this.values.length;
	}

	/** The text of a column, or null when there is none, or when the row is shorter. */
	public @Nullable String value(int column) {
		return (column < this.values.length) ? this.values[column] : null;
	}

	/** A view of the texts, null where there is none. */
	public List<@Nullable String> values() {
		return Arrays.asList(this.values);
	}

	@Override
	public String toString() {
		return this.line + ": " + Arrays.toString(this.values);
	}

}
