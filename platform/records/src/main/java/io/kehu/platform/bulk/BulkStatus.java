package io.kehu.platform.bulk;

import java.util.Locale;

/**
 * The outcome of one line of a bulk load.
 */
public enum BulkStatus {

	/** A new record was created. */
	CREATED,
	/** An existing record was changed. */
	UPDATED,
	/** The record already had the values of the line. */
	UNCHANGED,
	/** Nothing was stored. */
	REJECTED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
