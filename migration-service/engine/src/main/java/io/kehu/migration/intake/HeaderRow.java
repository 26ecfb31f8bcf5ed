package io.kehu.migration.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The header of a table, which files that were joined contain several times.
 *
 * @param names what stands in it, without characters that do not show
 */
record HeaderRow(List<String> names) {

	/** The header of a table without one, or of one column, whose name may be a value. */
	static final HeaderRow NONE = new HeaderRow(List.of());

	private static final int FEWEST = 2;

	static HeaderRow of(List<String> cells) {
		return (cells.size() < FEWEST) ? NONE : new HeaderRow(cells.stream().map(ColumnNames::clean).toList());
	}

	/** Returns whether a row below it is the same once more. */
	boolean isRepeatedBy(Row row) {
		for (int column = 0; column < this.names.size(); column++) {
			if (!isName(column, row.value(column))) {
				return false;
			}
		}
		return !this.names.isEmpty();
	}

	private boolean isName(int column, @Nullable String cell) {
		String name = this.names.get(column);
		return (cell == null) ? name.isEmpty() : name.equals(cell) || name.equals(ColumnNames.clean(cell));
	}

}
