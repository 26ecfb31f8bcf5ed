package io.kehu.customer.customer;

import java.util.UUID;

/**
 * Published in the transaction that merges a customer into another.
 *
 * @param survivor the customer that it was merged into
 */
public record CustomerMerged(UUID customer, UUID survivor) {
}
