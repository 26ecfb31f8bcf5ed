package io.kehu.customer.lead;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;

/**
 * The events of a lead.
 */
enum LeadEvent implements RecordEvent {

	CAPTURED, CHANGED, CONTACTED, QUALIFIED, LOST, REOPENED, CONVERTED, UNCONVERTED, DELETED, RESTORED;

	static final RecordEvents EVENTS = RecordEvents.of("kehu.leads", "lead", CAPTURED.action(), values());

}
