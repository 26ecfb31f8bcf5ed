package io.kehu.migration.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of a file one after the other, whatever its format.
 */
public interface RowSource extends Closeable {

	/** What was found out about the file; never null. */
	SourceDescription description();

	/**
	 * The columns so far. Those of JSON lines grow while reading, at the end only, so
	 * that a column's place never changes.
	 */
	default List<String> columns() {
		return description().columns();
	}

	/**
	 * Read on.
	 * @return the next good row, or null at the end
	 * @throws IntakeException when reading cannot go on
	 */
	@Nullable Row next() throws IOException;

	/** What was read and what was not, so far. */
	ReadingReport report();

}
