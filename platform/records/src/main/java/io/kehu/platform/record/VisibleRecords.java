package io.kehu.platform.record;

import io.kehu.platform.access.Restriction;

/**
 * Restricts queries of other features to the records that the caller may see.
 */
public interface VisibleRecords {

	/**
	 * Returns the condition that selects these records.
	 * @param alias the alias of their table in the query
	 */
	Restriction visible(String alias);

	/**
	 * Returns the condition that selects the records whose personal data the caller sees
	 * in clear, as far as it sees the records.
	 * @param alias the alias of their table in the query
	 */
	Restriction clear(String alias);

}
