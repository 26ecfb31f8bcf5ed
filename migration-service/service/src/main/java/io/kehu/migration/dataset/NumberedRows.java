package io.kehu.migration.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read one after the other and numbered through from 1.
 */
public interface NumberedRows extends Closeable {

	/** The names of their columns. */
	List<String> columns();

	/**
	 * Read on.
	 * @return the next row, or null at the end
	 */
	@Nullable Row next() throws IOException;

	/** The number of the current row. */
	long number();

}
