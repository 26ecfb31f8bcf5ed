package io.kehu.customer.merge;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the version that a client has read.
 *
 * @param id the customer
 * @param version the version, or null for any
 */
record CustomerVersion(@NotNull UUID id, @Nullable Long version) {
}
