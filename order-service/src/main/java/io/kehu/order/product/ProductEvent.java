package io.kehu.order.product;

import io.kehu.platform.record.RecordEvent;

/**
 * What can happen to a product, for the world to know.
 */
enum ProductEvent implements RecordEvent {

	ADDED, CHANGED, DELETED, RESTORED;

	static final String TOPIC = "kehu.products";

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "product";
	}

}
