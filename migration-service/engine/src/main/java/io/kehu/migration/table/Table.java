package io.kehu.migration.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Rows held column by column; lean enough for millions of rows.
 */
public final class Table {

	private final List<Column> columns;

	private final int rows;

	/**
	 * Creates a table of columns.
	 * @param columns at least one, all of the same length
	 * @throws IllegalArgumentException when there is none, or when lengths differ
	 */
	public Table(List<Column> columns) {
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("A table needs a column");
		}
		this.columns = List.copyOf(columns);
		this.rows = columns.get(0).rows();
		for (Column column : columns) {
			if (column.rows() != this.rows) {
				throw new IllegalArgumentException(
						"Column %s has %d rows, not %d".formatted(column.name(), column.rows(), this.rows));
			}
		}
	}

	/**
	 * Creates a table from rows.
	 * @param names the names of the columns, at least one
	 * @param rows the rows, each with a value for every column; null and blank are
	 * missing
	 * @return the table
	 */
	public static Table of(List<String> names, Iterable<@Nullable String[]> rows) {
		List<ColumnBuilder> builders = names.stream().map(ColumnBuilder::new).toList();
		for (@Nullable
		String[] row : rows) {
			for (int i = 0; i < builders.size(); i++) {
				builders.get(i).add(row[i]);
			}
		}
		return new Table(builders.stream().map(ColumnBuilder::build).toList());
	}

	public List<Column> columns() {
		return this.columns;
	}

	public int rows() {
		return this.rows;
	}

	/**
	 * Finds a column.
	 * @param name its name
	 * @return the column
	 * @throws IllegalArgumentException when there is none of that name
	 */
	public Column column(String name) {
		return this.columns.stream()
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No column %s".formatted(name)));
	}

	/**
	 * Returns the table without some of its columns; names that it lacks do not matter.
	 */
	public Table without(Set<String> names) {
		return new Table(this.columns.stream().filter((column) -> !names.contains(column.name())).toList());
	}

	/**
	 * Returns the table with a column in the place of the one of its name, or as a new
	 * last one.
	 */
	public Table with(Column column) {
		List<Column> changed = new ArrayList<>(this.columns);
		for (int i = 0; i < changed.size(); i++) {
			if (changed.get(i).name().equals(column.name())) {
				changed.set(i, column);
				return new Table(changed);
			}
		}
		changed.add(column);
		return new Table(changed);
	}

	/** Returns whether there is a column of a name. */
	public boolean has(String name) {
		return this.columns.stream().anyMatch((column) -> column.name().equals(name));
	}

}
