package io.kehu.order.product;

import io.kehu.platform.record.RecordEvent;

/**
 * The events of a product.
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
