package io.kehu.migration.dataset;

import java.util.Arrays;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * The keys of rows that other rows repeat, so that these can name them. Each such row
 * precedes those that repeat it.
 */
public final class KeptKeys {

	private final long[] rows;

	private final @Nullable String[] keys;

	private int next;

	/**
	 * Creates the lookup.
	 * @param rows the numbers of the rows whose keys are needed, in any order
	 */
	public KeptKeys(LongStream rows) {
		this.rows = rows.sorted().distinct().toArray();
		this.keys = new @Nullable String[this.rows.length];
	}

	/**
	 * Keeps the key of a row if it is needed. To be called for all rows in their order.
	 */
	public void note(long number, @Nullable String key) {
		if (this.next < this.rows.length && this.rows[this.next] == number) {
			this.keys[this.next++] = key;
		}
	}

	/** Returns the key of a row, or null if it has none. */
	public @Nullable String of(long number) {
		int place = Arrays.binarySearch(this.rows, number);
		return (place >= 0) ? this.keys[place] : null;
	}

}
