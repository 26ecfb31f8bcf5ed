package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;

/**
 * Gives records one after the other in the order of their lines, each with the bytes by
 * which it is compared.
 */
public interface KeyedRecords extends Closeable {

	/**
	 * Advances to the next record.
	 * @return false at the end
	 */
	boolean next() throws IOException;

	/** The line on which the current record starts; greater with each record. */
	long line();

	/** Holds the key of the current record, until {@link #next()}. */
	byte[] keyBytes();

	/** Where the key starts. */
	int keyStart();

	/** Where the key ends. */
	int keyEnd();

}
