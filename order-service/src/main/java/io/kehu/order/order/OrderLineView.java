package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.UUID;

import io.kehu.platform.money.Money;

/**
 * A line as clients and subscribers see it.
 *
 * @param discount the discount rate, 0.15 for 15%
 * @param tax the tax rate, 0.19 for 19%
 * @param total the amount after the discount and before tax
 * @param shipped the quantity that was shipped, including what was returned
 * @param returned the quantity that was returned
 */
record OrderLineView(int lineNo, UUID productId, String sku, String description, BigDecimal quantity, Money unitPrice,
		BigDecimal discount, BigDecimal tax, Money total, BigDecimal shipped, BigDecimal returned) {
}
