package io.kehu.order.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.money.Money;
import jakarta.persistence.Embeddable;

/**
 * A line of an order; its number is its position in the order, from 1.
 *
 * @param discount the discount rate
 * @param tax the tax rate
 * @param taxAmount the tax
 * @param total the amount after the discount and before tax
 */
@Embeddable
record OrderLine(UUID productId, String sku, String description, BigDecimal quantity, BigDecimal unitPrice,
		BigDecimal discount, BigDecimal tax, BigDecimal taxAmount, BigDecimal total) {

	private static final int AMOUNT_SCALE = 4;

	private static final int RATE_SCALE = 6;

	/**
	 * Sets the scales of the columns, so that stored lines equal new ones.
	 */
	OrderLine {
		quantity = quantity.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
		unitPrice = unitPrice.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
		discount = discount.setScale(RATE_SCALE, RoundingMode.UNNECESSARY);
		tax = tax.setScale(RATE_SCALE, RoundingMode.UNNECESSARY);
		taxAmount = taxAmount.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
		total = total.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
	}

	OrderLineDetails details(String currency) {
		return new OrderLineDetails(this.productId, this.sku, this.description, this.quantity,
				Money.of(this.unitPrice, currency), this.discount, this.tax);
	}

	OrderLineView view(int number, String currency, Fulfilment fulfilment) {
		return new OrderLineView(number, this.productId, this.sku, this.description, Decimals.plain(this.quantity),
				Money.of(this.unitPrice, currency).normalized(), Decimals.plain(this.discount),
				Decimals.plain(this.tax), Money.of(this.total, currency).normalized(),
				Decimals.plain(fulfilment.shipped(number, this.quantity)), Decimals.plain(fulfilment.returned(number)));
	}

}
