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
	/** Not JSON, or JSON that goes on after the object. */
	INVALID_JSON(true),
	/** JSON, but no object. */
	NOT_AN_OBJECT(true),
	/** A title or remark above the header. */
	PREAMBLE(false),
	/** Bytes of another encoding among the file's own. */
	MIXED_ENCODING(false);

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
