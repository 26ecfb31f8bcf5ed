package io.kehu.migration.profile;

import java.util.Locale;

/**
 * The type of a value.
 */
public enum ColumnValueType {

	/** Yes or no, in some language. */
	BOOLEAN,
	/** A whole number. */
	INTEGER,
	/** A number with a fraction. */
	DECIMAL,
	/** Digits that are no quantity, as their leading zeros show. */
	CODE,
	/** A day. */
	DATE,
	/** A day and a time. */
	DATE_TIME,
	/** A time of day. */
	TIME,
	/** An e-mail address. */
	EMAIL,
	/** A telephone number. */
	PHONE,
	/** A web address. */
	URL,
	/** A universally unique identifier. */
	UUID,
	/** Any other text. */
	TEXT,
	/** Nothing: all rows are empty. */
	EMPTY;

	/** Returns whether quantiles make sense. */
	public boolean numeric() {
		return this == INTEGER || this == DECIMAL;
	}

	/** Returns whether it names a day. */
	public boolean dated() {
		return this == DATE || this == DATE_TIME;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
