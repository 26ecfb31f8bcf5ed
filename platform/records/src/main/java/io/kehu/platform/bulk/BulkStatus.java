package io.kehu.platform.bulk;

import java.util.Locale;

/**
 * What became of a line of a bulk load.
 */
public enum BulkStatus {

	/** A new record was made. */
	CREATED,
	/** An existing record was changed. */
	UPDATED,
	/** The record was as the line says already. */
	UNCHANGED,
	/** Nothing was stored. */
	REJECTED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
