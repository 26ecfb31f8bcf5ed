package io.kehu.order.order;

import java.util.Locale;

import io.kehu.platform.record.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an order, for the world to know.
 */
enum OrderEvent {

	DRAFTED, PLACED, CHANGED, CONFIRMED, COMPLETED, CANCELLED, DELETED, RESTORED;

	static final String TOPIC = "kehu.orders";

	/**
	 * Returns what has happened to an order that has just got this status.
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
	 * Returns the change as the journal notes it.
	 */
	RecordChange of(@Nullable OrderView before, OrderView after) {
		String action = name().toLowerCase(Locale.ROOT);
		return new RecordChange(TOPIC, "io.kehu.order." + action + ".v1", action, after.id(), after.version(), before,
				after);
	}

}
