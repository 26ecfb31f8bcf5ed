package io.kehu.platform.record;

import java.util.UUID;

/**
 * The view of a record, as clients and partners see it.
 */
public interface RecordView {

	/** Returns the record's id. */
	UUID id();

	/** Returns the version of the record in this view. */
	long version();

	/**
	 * Returns the content of the entity tag: the version and, after a hyphen, anything
	 * that identifies data in the view that changes without the record.
	 */
	default String tag() {
		return Long.toString(version());
	}

}
