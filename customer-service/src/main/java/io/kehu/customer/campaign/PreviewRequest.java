package io.kehu.customer.campaign;

import java.util.UUID;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an e-mail as its recipient would see it.
 *
 * @param step the step, counted from 0
 * @param contactId a contact at the customer, or null for the customer itself
 */
record PreviewRequest(@Min(0) int step, @NotNull UUID customerId, @Nullable UUID contactId) {
}
