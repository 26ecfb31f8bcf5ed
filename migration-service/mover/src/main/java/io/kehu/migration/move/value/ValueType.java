package io.kehu.migration.move.value;

/**
 * The types of the values of rows on their way. Each has one binary form, which is that
 * of PostgreSQL's wire protocol, so that equal values have equal bytes and chunks can be
 * copied into PostgreSQL as they are.
 */
public enum ValueType {

	/** True or false. */
	BOOLEAN,

	/** A whole number of 16 bits. */
	SMALLINT,

	/** A whole number of 32 bits. */
	INTEGER,

	/** A whole number of 64 bits. */
	BIGINT,

	/** A decimal number. */
	NUMERIC,

	/** A floating-point number of 32 bits. */
	REAL,

	/** A floating-point number of 64 bits. */
	DOUBLE,

	/** Text in UTF-8. */
	TEXT,

	/** JSON as it was written. */
	JSON,

	/** JSON in PostgreSQL's own form. */
	JSONB,

	/** Bytes. */
	BYTES,

	/** A date. */
	DATE,

	/** A time of day in microseconds. */
	TIME,

	/** A date and time without a time zone, in microseconds. */
	TIMESTAMP,

	/** An instant in microseconds. */
	INSTANT,

	/** A span of time. */
	INTERVAL,

	/** A UUID. */
	UUID,

	/** Another type of PostgreSQL, which only moves from PostgreSQL to PostgreSQL. */
	OTHER;

	/** Returns whether values are whole numbers. */
	public boolean wholeNumber() {
		return this == SMALLINT || this == INTEGER || this == BIGINT;
	}

}
