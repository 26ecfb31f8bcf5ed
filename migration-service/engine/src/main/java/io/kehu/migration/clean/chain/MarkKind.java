package io.kehu.migration.clean.chain;

import java.util.Locale;

/**
 * What a mark says of its cells.
 */
public enum MarkKind {

	/** Their value was filled in. */
	FILLED,

	/** Their value was replaced by another, or emptied. */
	REPLACED,

	/** Something is wrong with them, or with their row. */
	FLAGGED,

	/** Their row was dropped, for their sake when a column is named. */
	DROPPED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
