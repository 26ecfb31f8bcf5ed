package io.kehu.platform.record;

import java.util.UUID;

/**
 * The view of a record, as clients and partners see it.
 */
public interface RecordView {

	/** Returns the record's id. */
	UUID id();

	/** Returns the version of the record in this view, used for the entity tag. */
	long version();

}
