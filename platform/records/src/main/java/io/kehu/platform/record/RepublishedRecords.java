package io.kehu.platform.record;

import java.util.List;
import java.util.UUID;

/**
 * Records of one kind whose current state can be published again.
 */
public interface RepublishedRecords {

	/** Returns the topic of their events. */
	String topic();

	/** Returns the kind of record. */
	String subject();

	/**
	 * Returns the events that state how the next records are, including deleted ones, in
	 * the order of their ids. The records are locked, so that a change of one of them
	 * follows its event.
	 * @param after the last id of the previous page
	 * @param limit the maximum number of records
	 */
	List<RecordChange> next(UUID after, int limit);

}
