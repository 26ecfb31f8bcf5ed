package io.kehu.platform.record;

import java.util.List;
import java.util.UUID;

/**
 * The current state of the records of one kind, as events.
 */
record RecordStates<R extends DetailedRecord<?, ? extends RecordView>>(RecordEvents events,
		RecordTable<R> table) implements RepublishedRecords {

	@Override
	public String topic() {
		return this.events.topic();
	}

	@Override
	public String subject() {
		return this.events.subject();
	}

	@Override
	public List<RecordChange> next(UUID after, int limit) {
		return this.table.lockAfter(after, limit)
			.stream()
			.map((record) -> this.events.change(record.deleted() ? RecordEvent.DELETED : RecordEvent.CHANGED, null,
					record.view()))
			.toList();
	}

}
