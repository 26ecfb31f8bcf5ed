package io.kehu.platform.record;

/**
 * The events for the changes that are possible for every kind of record.
 */
public record RecordEvents(RecordEvent created, RecordEvent changed, RecordEvent deleted, RecordEvent restored) {

	/** Returns the kind of record. */
	String subject() {
		return this.created.subject();
	}

}
