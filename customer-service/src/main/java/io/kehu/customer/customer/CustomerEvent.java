package io.kehu.customer.customer;

import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;
import org.jspecify.annotations.Nullable;

/**
 * The events of a customer.
 */
enum CustomerEvent implements RecordEvent {

	REGISTERED, CHANGED, DELETED, RESTORED, MERGED, UNMERGED;

	static final String TOPIC = "kehu.customers";

	static final RecordEvents EVENTS = RecordEvents.of(TOPIC, "customer", REGISTERED.action(), values());

	/**
	 * Returns the change that this event reports.
	 * @param before the customer before the change, or null if it is new
	 */
	RecordChange of(@Nullable CustomerView before, CustomerView after) {
		return EVENTS.change(this, before, after);
	}

}
