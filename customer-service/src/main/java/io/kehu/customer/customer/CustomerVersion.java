package io.kehu.customer.customer;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a client knows it.
 *
 * @param id the customer
 * @param version the version that the client has seen, or null for whichever there is
 */
public record CustomerVersion(@NotNull UUID id, @Nullable Long version) {
}
