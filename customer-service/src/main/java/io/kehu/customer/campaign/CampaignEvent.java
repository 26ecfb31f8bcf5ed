package io.kehu.customer.campaign;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;

/**
 * The events of a campaign.
 */
enum CampaignEvent implements RecordEvent {

	PLANNED, CHANGED, STARTED, PAUSED, RESUMED, STOPPED, COMPLETED, DELETED, RESTORED;

	static final RecordEvents EVENTS = RecordEvents.of("kehu.campaigns", "campaign", PLANNED.action(), values());

}
