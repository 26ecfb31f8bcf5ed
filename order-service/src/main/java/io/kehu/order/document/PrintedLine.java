package io.kehu.order.document;

import java.math.BigDecimal;

import io.kehu.platform.money.Money;

/**
 * A line of a printed document.
 *
 * @param discount the discount rate, 0.15 for 15%
 * @param tax the tax rate, 0.19 for 19%
 * @param taxAmount the tax
 * @param total the amount after the discount and before tax
 */
public record PrintedLine(int lineNo, String sku, String description, BigDecimal quantity, Money unitPrice,
		BigDecimal discount, BigDecimal tax, Money taxAmount, Money total) {
}
