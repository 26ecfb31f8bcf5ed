package io.kehu.order.order;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.record.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that changes orders.
 */
public record OrdersChanged(List<Change> changes) {

	static OrdersChanged of(Collection<RecordChange> recorded) {
		return new OrdersChanged(recorded.stream()
			.map((change) -> new Change(sold((OrderView) change.before()), SoldOrder.of((OrderView) change.after())))
			.toList());
	}

	private static @Nullable SoldOrder sold(@Nullable OrderView order) {
		return (order != null) ? SoldOrder.of(order) : null;
	}

	/**
	 * The change of one order.
	 *
	 * @param before the order before the change, or null if it is new
	 */
	public record Change(@Nullable SoldOrder before, SoldOrder after) {
	}

}
