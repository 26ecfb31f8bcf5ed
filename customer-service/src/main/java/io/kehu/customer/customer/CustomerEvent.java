package io.kehu.customer.customer;

import io.kehu.platform.record.RecordEvent;

/**
 * The events of a customer.
 */
enum CustomerEvent implements RecordEvent {

	REGISTERED, CHANGED, DELETED, RESTORED, MERGED, UNMERGED;

	static final String TOPIC = "kehu.customers";

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "customer";
	}

}
