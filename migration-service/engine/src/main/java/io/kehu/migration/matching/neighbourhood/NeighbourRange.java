package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one range of a sorted neighbourhood, compared with those next to them. What
 * a range gives at its borders is for {@link RangeBorders}.
 */
public final class NeighbourRange {

	private final int window;

	private final double likeness;

	private final ComparedRows rows;

	private final List<String> keys;

	private final Integer[] order;

	private NeighbourRange(SortedNeighbourhood search, ComparedRows rows, List<String> keys) {
		this.window = search.window();
		this.likeness = search.likeness();
		this.rows = rows;
		this.keys = keys;
		this.order = new Integer[keys.size()];
		Arrays.setAll(this.order, (row) -> row);
		Arrays.parallelSort(this.order,
				Comparator.<Integer, String>comparing(keys::get).thenComparing(Comparator.naturalOrder()));
	}

	/** Returns how many rows it has. */
	public int size() {
		return this.order.length;
	}

	/** Returns the pairs of a row, by its place in the order, with those behind it. */
	public List<NearDuplicate> behind(int place) {
		List<NearDuplicate> found = new ArrayList<>();
		for (int other = place + 1; other < Math.min(this.order.length, place + this.window); other++) {
			this.rows.compare(this.order[place], this.order[other], this.likeness, found);
		}
		return found;
	}

	/** Returns the first rows, as many as have neighbours before the range. */
	public List<Row> first() {
		return rows(0, Math.min(this.order.length, this.window - 1));
	}

	/** Returns the last rows, as many as have neighbours behind the range. */
	public List<Row> last() {
		return rows(Math.max(0, this.order.length - this.window + 1), this.order.length);
	}

	private List<Row> rows(int from, int to) {
		return Arrays.stream(this.order, from, to).map((row) -> this.rows.row(row, this.keys.get(row))).toList();
	}

	/**
	 * Returns a row in the form in which ranges take it.
	 * @param key its place in the order
	 * @param row the row
	 * @param compared the places of the columns that are compared
	 */
	public static Row row(NeighbourKey key, Row row, int[] compared) {
		@Nullable String[] values = new @Nullable String[compared.length + 1];
		values[0] = key.text();
		for (int i = 0; i < compared.length; i++) {
			values[i + 1] = row.value(compared[i]);
		}
		return new Row(key.row(), values);
	}

	/**
	 * Collects the rows of a range.
	 */
	public static final class Builder {

		private final SortedNeighbourhood search;

		private final ComparedRows.Builder rows;

		private final List<String> keys = new ArrayList<>();

		/**
		 * Begins a range.
		 * @param search how rows are compared
		 * @param columns how many columns are compared
		 */
		public Builder(SortedNeighbourhood search, int columns) {
			this.search = search;
			this.rows = new ComparedRows.Builder(columns);
		}

		/**
		 * Adds the rows in the order of their numbers, each with its key before its
		 * fields.
		 */
		public void add(Row row) {
			this.rows.add(row);
			this.keys.add(String.valueOf(row.value(0)));
		}

		/** Sorts the rows by their keys. */
		public NeighbourRange sort() {
			return new NeighbourRange(this.search, this.rows.build(), this.keys);
		}

	}

}
