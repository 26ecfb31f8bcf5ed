package io.kehu.order.order;

import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordEvents;
import org.jspecify.annotations.Nullable;

/**
 * The events of an order.
 */
enum OrderEvent implements RecordEvent {

	DRAFTED, PLACED, CHANGED, CONFIRMED, COMPLETED, CANCELLED, SHIPPED, RETURNED, HELD, RELEASED, SETTLED, DELETED,
	RESTORED;

	static final String TOPIC = "kehu.orders";

	private static final RecordEvents EVENTS = RecordEvents.of(TOPIC, "order", DRAFTED.action(), values());

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

	/**
	 * Returns the change that this event reports.
	 * @param before the order before the change, or null if it is new
	 */
	RecordChange of(@Nullable OrderView before, OrderView after) {
		return EVENTS.change(this, before, after);
	}

}
