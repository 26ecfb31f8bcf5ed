package io.kehu.order.amount;

import java.math.BigDecimal;

/**
 * The amounts of a line, rounded one after the other: the discounted amount, then the tax
 * on it.
 *
 * @param total the amount after the discount and before tax
 * @param taxAmount the tax
 */
public record LineAmounts(BigDecimal total, BigDecimal taxAmount) {

	/**
	 * Calculates the amounts of a line.
	 * @param discount the discount rate, 0.15 for 15%
	 * @param tax the tax rate, 0.19 for 19%
	 */
	public static LineAmounts of(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, BigDecimal tax,
			String currency) {
		BigDecimal total = Rounding.of(quantity.multiply(unitPrice).multiply(BigDecimal.ONE.subtract(discount)),
				currency);
		return new LineAmounts(total, Rounding.of(total.multiply(tax), currency));
	}

}
