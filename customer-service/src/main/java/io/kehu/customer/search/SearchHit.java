package io.kehu.customer.search;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param name its name, without personal data
 * @param customerId the customer that it belongs to or has become, or null
 * @param score how well it matches, from 0 to 1
 */
record SearchHit(SearchKind kind, UUID id, String name, @Nullable UUID customerId, double score) {
}
