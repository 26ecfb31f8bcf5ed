package io.kehu.order.stock;

import java.math.BigDecimal;

/**
 * What happens to the stock of one product because of an order.
 *
 * @param reserved what the order has reserved afterwards
 * @param onHand the change of the quantity in the warehouse
 */
record Movement(BigDecimal reserved, BigDecimal onHand) {

	/**
	 * Decides a movement, given what the order has reserved before.
	 */
	@FunctionalInterface
	interface Rule {

		Movement of(BigDecimal reserved);

		/** Reserves a quantity instead of the one before. */
		static Rule reserving(BigDecimal quantity) {
			return (reserved) -> new Movement(quantity, BigDecimal.ZERO);
		}

		/** Removes a quantity from the warehouse, and from what is reserved. */
		static Rule shipping(BigDecimal quantity) {
			return (reserved) -> new Movement(reserved.subtract(quantity).max(BigDecimal.ZERO), quantity.negate());
		}

		/** Adds a quantity to the warehouse. */
		static Rule returning(BigDecimal quantity) {
			return (reserved) -> new Movement(reserved, quantity);
		}

	}

}
