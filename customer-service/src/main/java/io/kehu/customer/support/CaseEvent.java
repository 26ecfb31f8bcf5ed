package io.kehu.customer.support;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;

/**
 * The events of a case.
 */
enum CaseEvent implements RecordEvent {

	OPENED, CHANGED, COMMENTED, RESPONDED, PAUSED, RESUMED, RESOLVED, CLOSED, REOPENED, ASSIGNED, RESPONSE_AT_RISK,
	RESPONSE_BREACHED, RESOLUTION_AT_RISK, RESOLUTION_BREACHED, MERGED, UNMERGED, DELETED, RESTORED;

	static final RecordEvents EVENTS = RecordEvents.of("kehu.cases", "case", OPENED.action(), values());

}
