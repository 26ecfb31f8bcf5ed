package io.kehu.migration.intake;

import java.util.Locale;

/**
 * The reasons for which a file is refused as a whole.
 */
public enum IntakeRefusal {

	/** It has no row, not even a header. */
	EMPTY,
	/** Its bytes belong to no format that is read here. */
	UNKNOWN_FORMAT,
	/** It breaks its own format so that reading cannot go on. */
	DAMAGED,
	/** It unpacks to more than is allowed, as a decompression bomb does. */
	EXPANDS_TOO_FAR,
	/** It declares a document type or an entity. */
	EXTERNAL_ENTITY,
	/** It is a workbook without the sheet that was asked for. */
	UNKNOWN_SHEET,

	/** It is a workbook whose sheets, all asked for, have different columns. */
	DIFFERENT_COLUMNS,

	/** It is a JSON document with several lists of records. */
	SEVERAL_LISTS,

	/** It has more columns than is allowed. */
	TOO_MANY_COLUMNS,
	/** It is a workbook too large to be opened. */
	WORKBOOK_TOO_LARGE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
