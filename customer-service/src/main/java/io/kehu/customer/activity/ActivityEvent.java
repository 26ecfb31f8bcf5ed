package io.kehu.customer.activity;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;

/**
 * The events of an activity.
 */
enum ActivityEvent implements RecordEvent {

	ADDED, CHANGED, COMPLETED, REOPENED, REMINDED, QUEUED, SENT, FAILED, DELETED, RESTORED;

	static final RecordEvents EVENTS = RecordEvents.of("kehu.activities", "activity", ADDED.action(), values());

}
