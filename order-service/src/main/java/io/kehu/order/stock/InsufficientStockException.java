package io.kehu.order.stock;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * Thrown if less of some products is available than an order needs.
 */
public final class InsufficientStockException extends RuntimeException {

	private final transient Map<UUID, BigDecimal> available;

	InsufficientStockException(Map<UUID, BigDecimal> available) {
		super("Less is available than is needed of " + available);
		this.available = available;
	}

	/** Returns what the order can have of each of the products. */
	public Map<UUID, BigDecimal> available() {
		return this.available;
	}

}
