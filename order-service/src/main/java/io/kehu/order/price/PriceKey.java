package io.kehu.order.price;

import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * The price list and the product of a price.
 */
@Embeddable
record PriceKey(UUID priceListId, UUID productId) {
}
