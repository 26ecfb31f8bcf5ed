package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.UUID;

import io.kehu.platform.money.Money;

/**
 * A line as clients and partners see it.
 *
 * @param discount the rate taken off, 0.15 for 15%
 * @param tax the rate added, 0.19 for 19%
 * @param total what the line comes to after the discount and before the tax
 */
record OrderLineView(int lineNo, UUID productId, String sku, String description, BigDecimal quantity, Money unitPrice,
		BigDecimal discount, BigDecimal tax, Money total) {
}
