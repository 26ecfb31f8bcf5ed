package io.kehu.migration.connection;

import java.util.List;

import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;

/**
 * The schema of a database as clients see it.
 *
 * @param tables the tables by name
 */
record FoundSchema(List<FoundTable> tables) {

	static FoundSchema of(Schema schema) {
		return new FoundSchema(schema.tables().stream().map(FoundTable::of).toList());
	}

	/**
	 * A table.
	 *
	 * @param name the name
	 * @param estimatedRows the number of rows by the database's estimate
	 * @param columns the columns
	 * @param key the columns of its key, empty if it has none
	 * @param references the foreign keys
	 */
	record FoundTable(String name, long estimatedRows, List<FoundColumn> columns, List<String> key,
			List<FoundReference> references) {

		private static FoundTable of(Table table) {
			return new FoundTable(table.name(), table.estimatedRows(),
					table.columns()
						.stream()
						.map((column) -> new FoundColumn(column.name(), column.declared(), column.nullable()))
						.toList(),
					table.key(),
					table.references()
						.stream()
						.map((reference) -> new FoundReference(reference.columns(), reference.table(),
								reference.keys()))
						.toList());
		}

	}

	/**
	 * A column.
	 *
	 * @param name the name
	 * @param type the type in the words of the database
	 * @param nullable whether it accepts nulls
	 */
	record FoundColumn(String name, String type, boolean nullable) {
	}

	/**
	 * A foreign key.
	 *
	 * @param columns the columns
	 * @param table the table that they refer to
	 * @param keys the columns of that table
	 */
	record FoundReference(List<String> columns, String table, List<String> keys) {
	}

}
