package io.kehu.platform.record;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change of one record, as passed to the journal.
 *
 * @param topic the topic of the event
 * @param type the CloudEvents type
 * @param action the action in one word, for the history
 * @param id the record's id
 * @param version the record's version after the change
 * @param before the view of the record before the change, or null if it is new
 * @param after the view of the record after the change, which is the data of the event
 */
public record RecordChange(String topic, String type, String action, UUID id, long version, @Nullable Object before,
		Object after) {

	/** Returns the kind of record, which is part of the type. */
	public String kind() {
		return this.type.split("\\.", -1)[2];
	}

}
