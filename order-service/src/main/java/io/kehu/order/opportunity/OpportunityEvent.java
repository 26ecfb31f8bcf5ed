package io.kehu.order.opportunity;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;

/**
 * The events of an opportunity.
 */
enum OpportunityEvent implements RecordEvent {

	OPENED, CHANGED, MOVED, WON, LOST, REOPENED, DELETED, RESTORED;

	static final RecordEvents EVENTS = RecordEvents.of("kehu.opportunities", "opportunity", OPENED.action(), values());

}
