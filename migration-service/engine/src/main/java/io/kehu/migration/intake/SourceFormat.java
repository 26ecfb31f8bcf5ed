package io.kehu.migration.intake;

import java.util.Locale;

/**
 * The formats of files that can be brought.
 */
public enum SourceFormat {

	/** Fields between delimiters, a record a line. */
	DELIMITED,
	/** A JSON object a line. */
	JSON_LINES,
	/** A JSON document with a list of objects, or with objects one after the other. */
	JSON,
	/** An Office Open XML workbook. */
	WORKBOOK;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
