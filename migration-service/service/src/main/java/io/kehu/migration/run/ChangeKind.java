package io.kehu.migration.run;

import java.util.Locale;

/**
 * A kind of change to a cell or a row.
 */
enum ChangeKind {

	/** The cell has a different value. */
	CHANGED,

	/** The cell was empty, and a rule filled it. */
	FILLED,

	/** The cell was emptied. */
	EMPTIED,

	/** The cell was added with its column. */
	ADDED,

	/** The cell or row was flagged as problematic. */
	FLAGGED,

	/** The row was dropped. */
	DROPPED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
