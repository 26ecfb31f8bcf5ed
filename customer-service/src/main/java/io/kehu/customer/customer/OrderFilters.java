package io.kehu.customer.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.kehu.platform.query.ValueConditions;

/**
 * Filters customers by the figures on their orders.
 */
final class OrderFilters {

	/** The number of orders; 0 without any. */
	static final ValueConditions COUNT = of(
			"coalesce((select f.order_count from customer_order_figures f where f.customer_id = r.id), 0)", "numeric");

	/** The date of the last order. */
	static final ValueConditions LAST_DATE = of(
			"(select f.last_order_date from customer_order_figures f where f.customer_id = r.id)", "date");

	private static final int MOST_DIGITS = 18;

	private OrderFilters() {
	}

	private static ValueConditions of(String figure, String type) {
		String value = "cast(:value as " + type + ")";
		return new ValueConditions("coalesce(%s = %s, false)".formatted(figure, value), null, figure + " is null",
				(comparison, end) -> figure + " " + comparison + " " + value);
	}

	/** Returns a number; throws a {@link RuntimeException} if it is none. */
	static String number(String text) {
		BigDecimal number = new BigDecimal(text);
		if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
			throw new IllegalArgumentException(text);
		}
		return number.toPlainString();
	}

	/** Returns a date; throws a {@link RuntimeException} if it is none. */
	static String date(String text) {
		return LocalDate.parse(text).toString();
	}

}
