package io.kehu.order.product;

import java.math.BigDecimal;
import java.util.UUID;

import io.kehu.platform.money.Money;

/**
 * The fields of a product that order lines need.
 *
 * @param active whether it can be ordered
 * @param taxRate the rate of its tax class, or 0 without one
 */
public record CatalogProduct(UUID id, String sku, String name, Money price, boolean active, BigDecimal taxRate) {

	/** Returns a copy with another price. */
	public CatalogProduct at(Money other) {
		return new CatalogProduct(this.id, this.sku, this.name, other, this.active, this.taxRate);
	}

}
