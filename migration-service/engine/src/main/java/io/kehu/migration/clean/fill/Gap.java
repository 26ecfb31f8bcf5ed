package io.kehu.migration.clean.fill;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.clean.Numbers;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.MissingWords;
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

	private final boolean asNumbers;

	/** Which codes of the column are words for nothing. */
	private final boolean[] words;

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
		this(table, name, kept, share, false);
	}

	private Gap(Table table, String name, BitSet kept, RowShare share, boolean asNumbers) {
		this.asNumbers = asNumbers;
		this.table = table;
		this.column = table.column(name);
		this.kept = kept;
		this.share = share;
		this.numbers = Numbers.of(this.column);
		this.words = new boolean[this.column.distinct()];
		for (int code = 0; code < this.words.length; code++) {
			this.words[code] = MissingWords.contains(this.column.text(code));
		}
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

	/**
	 * The kept rows that have no value and are to get one; in a column of numbers, words
	 * for nothing are no values.
	 */
	int[] holes() {
		return this.kept.stream().filter((row) -> isHole(row) && this.share.holds(row)).toArray();
	}

	private boolean isHole(int row) {
		String value = this.column.value(row);
		return value == null || (numeric() && Double.isNaN(this.numbers.values()[row]) && MissingWords.contains(value));
	}

	/**
	 * Whether a kept row holds something in a column of numbers that is none, and no word
	 * for nothing.
	 */
	public boolean isOdd(int row) {
		return numeric() && Double.isNaN(this.numbers.values()[row]) && !isHole(row) && this.share.holds(row);
	}

	RowShare share() {
		return this.share;
	}

	/**
	 * The same gap read as numbers, other values left aside, if at least half of its
	 * values are numbers.
	 */
	Gap read() {
		return (this.numbers.mostly() && !numeric())
				? new Gap(this.table, this.column.name(), this.kept, this.share, true) : this;
	}

	/** The column without words for nothing, which fill no hole. */
	Column donors() {
		return this.column.without(IntStream.range(0, this.column.rows())
			.filter((row) -> this.column.code(row) != Column.MISSING && this.words[this.column.code(row)])
			.toArray());
	}

	/** The kept rows that have a value, in a column of numbers a number. */
	int[] known() {
		return this.kept.stream().filter(this::isKnown).toArray();
	}

	/**
	 * Whether a row has a value and no word for nothing, in a column of numbers a number.
	 */
	boolean isKnown(int row) {
		int code = this.column.code(row);
		return numeric() ? !Double.isNaN(this.numbers.values()[row]) : code != Column.MISSING && !this.words[code];
	}

	/**
	 * Whether the column is read as numbers: it holds no others, or they are left aside.
	 */
	boolean numeric() {
		return this.asNumbers || (this.numbers.count() > 0 && this.numbers.others() == 0);
	}

	Numbers numbers() {
		return this.numbers;
	}

	/**
	 * The same gap read as numbers, other values left aside.
	 * @param method what is to fill it
	 * @throws IllegalArgumentException when most values are no numbers
	 */
	Gap ofNumbers(String method) {
		if (this.column.present() > 0 && !this.numbers.mostly()) {
			throw new IllegalArgumentException("Column %s holds %,d numbers and %,d other values%s: %s does not suit"
				.formatted(this.column.name(), this.numbers.count(), this.numbers.others(), example(), method));
		}
		return new Gap(this.table, this.column.name(), this.kept, this.share, true);
	}

	private String example() {
		for (int code = 0; code < this.column.distinct(); code++) {
			String text = this.column.text(code);
			if (Double.isNaN(Numbers.parse(text)) && !MissingWords.contains(text)) {
				return " such as \"%s\"".formatted(text);
			}
		}
		return "";
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
		return new Gap(this.table.with(hidden), hidden.name(), this.kept, this.share, this.asNumbers);
	}

}
