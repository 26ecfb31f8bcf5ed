package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read in sequence and numbered from 1.
 */
public interface NumberedRows extends Closeable {

	/** Returns the names of the columns. */
	List<String> columns();

	/**
	 * Reads the next row.
	 * @return the row, or null at the end
	 */
	@Nullable Row next() throws IOException;

	/** Returns the number of the current row. */
	long number();

}
