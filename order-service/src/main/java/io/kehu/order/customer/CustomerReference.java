package io.kehu.order.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The reference of an order to its customer, either by id or by external id.
 *
 * @param id the id, or null
 * @param externalId the external id, or null
 */
public record CustomerReference(@Nullable UUID id, @Nullable ExternalCustomerId externalId) {
}
