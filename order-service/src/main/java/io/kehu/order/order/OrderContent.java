package io.kehu.order.order;

import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * What an order says, found sound: its customer is there, its lines have their amounts.
 */
record OrderContent(@Nullable String clientOrderNumber, UUID customerId, LocalDate orderDate, PricedLines lines,
		@Nullable UUID ownerId, @Nullable UUID teamId) implements Owned<OrderContent> {

	@Override
	public OrderContent ownedBy(Ownership ownership) {
		return new OrderContent(this.clientOrderNumber, this.customerId, this.orderDate, this.lines,
				ownership.ownerId(), ownership.teamId());
	}

	/** Returns the same, ordered on another day. */
	OrderContent on(LocalDate day) {
		return new OrderContent(this.clientOrderNumber, this.customerId, day, this.lines, this.ownerId, this.teamId);
	}

	/** Returns whether both agree on what was ordered, by whom and when. */
	boolean sameOrderAs(OrderContent other) {
		return this.customerId.equals(other.customerId) && this.orderDate.equals(other.orderDate)
				&& this.lines.equals(other.lines);
	}

}
