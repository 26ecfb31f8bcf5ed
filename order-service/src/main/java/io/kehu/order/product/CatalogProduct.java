package io.kehu.order.product;

import java.util.UUID;

import io.kehu.platform.money.Money;

/**
 * The fields of a product that order lines need.
 *
 * @param active whether it can be ordered
 */
public record CatalogProduct(UUID id, String sku, String name, Money price, boolean active) {
}
