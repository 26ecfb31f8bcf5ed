package io.kehu.customer.figures;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a customer has ordered, in figures; drafts and cancelled orders do not count.
 *
 * @param orderCount the number of orders
 * @param lastOrderDate the date of the last one, or null when there is none
 */
public record OrderFigures(long orderCount, @Nullable LocalDate lastOrderDate) {

	/** The figures of a customer without orders. */
	public static final OrderFigures NONE = new OrderFigures(0, null);

}
