package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;

/**
 * Records in the order of their lines, each with the bytes by which it is compared.
 */
public interface KeyedRows extends Closeable {

	/**
	 * Moves to the next record.
	 * @return false at the end
	 */
	boolean next() throws IOException;

	/** Returns the line on which the current record starts; greater with each record. */
	long line();

	/** Holds the key of the current record, until {@link #next()}. */
	byte[] keyBytes();

	/** Returns where the key starts. */
	int keyStart();

	/** Returns where the key ends. */
	int keyEnd();

}
