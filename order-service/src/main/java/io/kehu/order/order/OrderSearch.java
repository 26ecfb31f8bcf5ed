package io.kehu.order.order;

import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;

/**
 * The search for orders by words in their numbers, in the SKUs of their products, and in
 * the names of their customers, each by its own index. Names are only searched for
 * callers that may see all customers, since what is found reveals them.
 */
final class OrderSearch {

	/** The text of an order itself. */
	static final String COLUMN = "search_text_of(o.number || ' ' || coalesce(o.client_order_number, ''))";

	/** Arrays are evaluated first, so that each alternative can use its index. */
	private static final String BY_SKU = """
			o.id = any(array(select l.order_id from order_line l where l.product_id = any(array(select p.id from product p
			where p.search_text like :word and search_text_of(p.sku) like :word))))""";

	private static final String BY_NAME = """
			o.customer_id = any(array(select c.id from customer_replica c
			where c.search_text like :word and not c.deleted))""";

	private OrderSearch() {
	}

	/** Returns the condition that an order has a word that matches a pattern. */
	static String condition(String pattern) {
		boolean names = Callers.find().flatMap((caller) -> caller.scope("customer:read")).orElse(null) == Scope.ALL;
		String condition = "(" + COLUMN + " like :word or " + BY_SKU + (names ? " or " + BY_NAME : "") + ")";
		return condition.replace(":word", pattern);
	}

}
