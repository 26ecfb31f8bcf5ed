package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * The decimal mark that the other columns of a file tell, for a column whose own numbers
 * leave it open. Only columns of numbers count, and only if none contradicts the others.
 */
public final class FileMarks {

	/** The most decimals of amounts, as opposed to coordinates and rates. */
	private static final int FEW_DECIMALS = 2;

	private final List<MarkCount> columns;

	/**
	 * Creates the marks of columns that have no values yet.
	 * @param columns how many columns there are
	 */
	public FileMarks(int columns) {
		this.columns = Stream.generate(MarkCount::new).limit(columns).toList();
	}

	/** Returns the marks of columns. */
	public static FileMarks of(List<Column> columns) {
		FileMarks marks = new FileMarks(columns.size());
		for (int i = 0; i < columns.size(); i++) {
			Column column = columns.get(i);
			int[] frequencies = column.frequencies();
			for (int code = 0; code < column.distinct(); code++) {
				marks.columns.get(i).add(column.text(code), frequencies[code], FEW_DECIMALS);
			}
		}
		return marks;
	}

	/** Adds a value of a column. */
	public void add(int column, @Nullable String value) {
		if (value != null) {
			this.columns.get(column).add(value, 1, FEW_DECIMALS);
		}
	}

	/** Returns the mark that the columns tell. */
	DecimalMark mark() {
		List<DecimalMark> told = this.columns.stream()
			.filter((count) -> count.isAny() && count.isOfNumbers())
			.map(MarkCount::mark)
			.distinct()
			.toList();
		return (told.size() == 1) ? told.get(0) : DecimalMark.BY_EVIDENCE;
	}

}
