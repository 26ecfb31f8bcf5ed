package io.kehu.order.order;

import io.kehu.order.product.CatalogProduct;

/**
 * Decides whether a line of an order may have its price and its discount.
 */
@FunctionalInterface
interface PriceRule {

	/** Accepts any price and discount. */
	PriceRule ANY = (line, product, pointer) -> {
	};

	/**
	 * Checks a line.
	 * @param pointer the pointer to the line
	 * @throws io.kehu.platform.problem.ProblemException with status 403 if the caller may
	 * not sell at this price or grant this discount
	 */
	void check(OrderLineDetails line, CatalogProduct product, String pointer);

}
