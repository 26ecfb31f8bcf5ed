package io.kehu.migration.intake;

import java.util.Locale;

/**
 * What can be wrong with a line; some problems cost the line, others are only told.
 */
public enum LineProblemKind {

	/** Fewer fields than the header has. */
	TOO_FEW_FIELDS(true),
	/** More fields than the header has. */
	TOO_MANY_FIELDS(true),
	/** A quote opens and is not closed as it should be. */
	BROKEN_QUOTE(true),
	/** Longer than a record may be. */
	LINE_TOO_LONG(true),
	/** The header once more, as in files that were joined. */
	REPEATED_HEADER(true),
	/** Not JSON, or JSON that goes on after the object. */
	INVALID_JSON(true),
	/** JSON, but no object. */
	NOT_AN_OBJECT(true),
	/** A title or remark above the header. */
	PREAMBLE(false),
	/** Only one column was found, although lines hold what may separate fields. */
	SINGLE_COLUMN(false),
	/** Bytes of another encoding among the file's own. */
	MIXED_ENCODING(false),
	/** Characters of the code 0, which are left out. */
	NUL_CHARACTER(false),
	/** A formula of a workbook whose result is not stored. */
	NO_STORED_VALUE(false),
	/** A number in the format of a date, or a text stored as one, that is no day. */
	UNREADABLE_DATE(false),
	/** A sheet of a workbook that has content and is not read. */
	OTHER_SHEET(false),
	/** A field over many lines, as a quote makes that is not closed. */
	FIELD_OF_MANY_LINES(false),
	/** A list of several objects in the only record, which may be the records. */
	LIST_IN_RECORD(false),
	/** Far fewer rows than lines. */
	FEW_ROWS(false),
	/** Lines that are neither in a row nor rejected. */
	UNACCOUNTED(false);

	private final boolean rejecting;

	LineProblemKind(boolean rejecting) {
		this.rejecting = rejecting;
	}

	/** Whether a line with this problem gives no row. */
	public boolean rejecting() {
		return this.rejecting;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
