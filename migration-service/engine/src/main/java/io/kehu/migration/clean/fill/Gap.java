package io.kehu.migration.clean.fill;

import java.util.BitSet;
import java.util.List;

import io.kehu.migration.clean.Numbers;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * A column with holes, and the columns beside it, among the rows that are kept.
 */
public final class Gap {

	private static final int MOST_CATEGORIES = 50;

	private final Table table;

	private final Column column;

	private final BitSet kept;

	private final RowShare share;

	private final Numbers numbers;

	/**
	 * Look at one column.
	 * @param table all columns
	 * @param name the column with holes
	 * @param kept the rows that count
	 */
	public Gap(Table table, String name, BitSet kept) {
		this(table, name, kept, RowShare.ALL);
	}

	/**
	 * Look at one column, to fill some of its holes.
	 * @param table all columns
	 * @param name the column with holes
	 * @param kept the rows that count
	 * @param share the rows whose holes are to be filled
	 */
	public Gap(Table table, String name, BitSet kept, RowShare share) {
		this.table = table;
		this.column = table.column(name);
		this.kept = kept;
		this.share = share;
		this.numbers = Numbers.of(this.column);
	}

	Column column() {
		return this.column;
	}

	Column beside(String name) {
		return this.table.column(name);
	}

	BitSet kept() {
		return this.kept;
	}

	/** The kept rows that have no value and are to get one. */
	int[] holes() {
		return this.kept.stream()
			.filter((row) -> this.column.code(row) == Column.MISSING && this.share.holds(row))
			.toArray();
	}

	RowShare share() {
		return this.share;
	}

	/** The kept rows that have a value. */
	int[] known() {
		return this.kept.stream().filter((row) -> this.column.code(row) != Column.MISSING).toArray();
	}

	boolean numeric() {
		return this.numbers.complete();
	}

	Numbers numbers() {
		return this.numbers;
	}

	/** The column's numbers; throws when it has others than numbers. */
	double[] requireNumbers(String method) {
		if (!numeric()) {
			throw new IllegalArgumentException(
					"Column %s does not hold numbers alone: %s does not suit".formatted(this.column.name(), method));
		}
		return this.numbers.values();
	}

	/**
	 * The columns that may tell about this one.
	 * @param names their names; none for all that hold numbers, or few categories
	 */
	List<Column> others(List<String> names) {
		if (!names.isEmpty()) {
			return names.stream().filter((name) -> !name.equals(this.column.name())).map(this.table::column).toList();
		}
		return this.table.columns()
			.stream()
			.filter((other) -> !other.name().equals(this.column.name()))
			.filter((other) -> other.distinct() > 1)
			.filter((other) -> other.distinct() <= MOST_CATEGORIES || Numbers.of(other).complete())
			.toList();
	}

	/** The same gap with some known values hidden. */
	Gap hiding(int[] rows) {
		Column hidden = this.column.without(rows);
		return new Gap(this.table.with(hidden), hidden.name(), this.kept, this.share);
	}

}
