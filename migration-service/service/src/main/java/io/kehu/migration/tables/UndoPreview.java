package io.kehu.migration.tables;

import java.util.List;

/**
 * What undoing a move would do.
 *
 * @param confirmation the text that confirms it: the name of the target database
 * @param tables the tables
 */
record UndoPreview(String confirmation, List<UndoneTable> tables) {

	/**
	 * A table.
	 *
	 * @param table its name
	 * @param loaded the number of rows that the move has loaded
	 * @param created whether the move has created the table, which is dropped then
	 */
	record UndoneTable(String table, long loaded, boolean created) {
	}

}
