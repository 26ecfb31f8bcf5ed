package io.kehu.order.order;

import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * The validated content of an order: the customer exists, and the lines are priced.
 */
record OrderContent(@Nullable String clientOrderNumber, UUID customerId, LocalDate orderDate, PricedLines lines,
		@Nullable String campaignCode, Ownership ownership) implements Owned<OrderContent> {

	@Override
	public OrderContent ownedBy(Ownership other) {
		return new OrderContent(this.clientOrderNumber, this.customerId, this.orderDate, this.lines, this.campaignCode,
				other);
	}

	/** Returns a copy with another date. */
	OrderContent on(LocalDate day) {
		return new OrderContent(this.clientOrderNumber, this.customerId, day, this.lines, this.campaignCode,
				this.ownership);
	}

	/** Returns whether customer, date and lines are equal. */
	boolean sameOrderAs(OrderContent other) {
		return this.customerId.equals(other.customerId) && this.orderDate.equals(other.orderDate)
				&& this.lines.equals(other.lines);
	}

}
