package io.kehu.migration.run;

import java.util.Locale;

/**
 * What was done to a cell or a row.
 */
enum ChangeKind {

	/** The cell has another value. */
	CHANGED,

	/** The cell had no value, and a rule found one. */
	FILLED,

	/** The cell has no value any more. */
	EMPTIED,

	/** The cell is new, with its column. */
	ADDED,

	/** Something is wrong with the cell or the row. */
	FLAGGED,

	/** The row has left the clean set. */
	DROPPED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
