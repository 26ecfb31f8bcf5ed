package io.kehu.platform.record;

import java.util.UUID;

/**
 * A record as clients and partners see it.
 */
public interface RecordView {

	/** Returns the record's id. */
	UUID id();

	/** Returns the version that this shows, for the entity tag. */
	long version();

}
