package io.kehu.migration.move.database;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name the name
 * @param columns its columns in their order
 * @param key the columns of its primary key, or else of a unique key without nulls; empty
 * if there is none
 * @param references its foreign keys
 * @param indexes the names of its further indexes
 * @param estimatedRows the number of rows by the database's estimate
 */
public record Table(String name, List<Column> columns, List<String> key, List<Reference> references,
		List<String> indexes, long estimatedRows) {

	/** Returns a column by its name, regardless of case. */
	public Optional<Column> column(String wanted) {
		return this.columns.stream().filter((column) -> column.name().equalsIgnoreCase(wanted)).findFirst();
	}

	/**
	 * A foreign key.
	 *
	 * @param name its name
	 * @param columns the columns
	 * @param table the table that they refer to
	 * @param keys the columns of that table
	 */
	public record Reference(String name, List<String> columns, String table, List<String> keys) {
	}

}
