package io.kehu.order.product;

import java.util.UUID;

import io.kehu.platform.money.Money;

/**
 * A product as an order line needs it.
 */
public record CatalogProduct(UUID id, String sku, String name, Money price) {
}
