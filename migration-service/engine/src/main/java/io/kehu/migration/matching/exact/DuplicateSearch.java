package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds exact duplicates among records in bounded memory, spilling to files.
 */
public interface DuplicateSearch {

	/**
	 * Searches some records.
	 * @param records the records, read to their end
	 * @param spills a directory for files that do not outlive the result
	 * @return all records but the first of each key
	 * @throws IOException when reading or spilling fails
	 */
	Duplicates search(KeyedRows records, Path spills) throws IOException;

}
