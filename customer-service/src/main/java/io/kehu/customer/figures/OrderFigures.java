package io.kehu.customer.figures;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The order figures of a customer; drafts, cancelled and deleted orders do not count.
 *
 * @param orderCount the number of orders
 * @param lastOrderDate the date of the latest order, or null when there is none
 */
public record OrderFigures(long orderCount, @Nullable LocalDate lastOrderDate) {

	/** The figures of a customer without orders. */
	public static final OrderFigures NONE = new OrderFigures(0, null);

	/** Returns a short text that identifies these figures, for entity tags. */
	public String tag() {
		return this.orderCount + ((this.lastOrderDate != null) ? "-" + this.lastOrderDate.toEpochDay() : "");
	}

}
