package io.kehu.migration.crm;

/**
 * What became of a row.
 */
enum Outcome {

	/** A new record. */
	CREATED,

	/** A part of a record that existed. */
	MERGED,

	/** Nothing: it was rejected, with reasons. */
	REJECTED

}
