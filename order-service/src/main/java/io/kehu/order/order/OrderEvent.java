package io.kehu.order.order;

import io.kehu.platform.record.RecordEvent;

/**
 * The events of an order.
 */
enum OrderEvent implements RecordEvent {

	DRAFTED, PLACED, CHANGED, CONFIRMED, COMPLETED, CANCELLED, DELETED, RESTORED;

	static final String TOPIC = "kehu.orders";

	/**
	 * Returns the event of reaching a status.
	 */
	static OrderEvent reached(OrderStatus status) {
		return switch (status) {
			case DRAFT -> DRAFTED;
			case PLACED -> PLACED;
			case CONFIRMED -> CONFIRMED;
			case COMPLETED -> COMPLETED;
			case CANCELLED -> CANCELLED;
		};
	}

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "order";
	}

}
