package io.kehu.order.quote;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;

/**
 * The events of a quote.
 */
enum QuoteEvent implements RecordEvent {

	DRAFTED, SUBMITTED, APPROVED, REJECTED, SENT, REVISED, ACCEPTED, DECLINED;

	static final RecordEvents EVENTS = RecordEvents.of("kehu.quotes", "quote", DRAFTED.action(), values());

}
