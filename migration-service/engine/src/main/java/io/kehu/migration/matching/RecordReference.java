package io.kehu.migration.matching;

/**
 * A reference to a record.
 *
 * @param source name of its source
 * @param key its key there, or its number if it has none
 * @param numbered whether the record has no key, so that it is only known by its number,
 * starting from 1, in this very version of the source
 */
public record RecordReference(String source, String key, boolean numbered) {

	/** Creates a reference to a record with a key, which is stable from run to run. */
	public RecordReference(String source, String key) {
		this(source, key, false);
	}

}
