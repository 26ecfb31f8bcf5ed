package io.kehu.platform.record;

/**
 * Which events tell of what can be done to any record.
 */
public record RecordEvents(RecordEvent created, RecordEvent changed, RecordEvent deleted, RecordEvent restored) {

	/** Returns the kind of record. */
	String subject() {
		return this.created.subject();
	}

}
