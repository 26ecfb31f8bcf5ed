package io.kehu.order.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How an order names its customer: by its id, or by what another system calls it.
 *
 * @param id the customer's id, or null
 * @param externalId what another system calls it, or null
 */
public record CustomerReference(@Nullable UUID id, @Nullable ExternalCustomerId externalId) {
}
